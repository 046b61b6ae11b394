/**
 * What a browser without scripts does with a page: finds the forms, keeps hidden fields, fills and posts
 * them. Knows nothing of our code.
 */
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly checked: boolean;
  readonly options: readonly string[];
}
export interface Form {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly Field[];
}

const isElement = (node: Node): node is Element => 'tagName' in node;
function* elements(node: Node): Generator<Element> {
  if (isElement(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((a) => a.name === name)?.value;

function fieldOf(element: Element): Field | null {
  const name = attribute(element, 'name');
  if (name === undefined || attribute(element, 'disabled') !== undefined) return null;
  const options =
    element.tagName === 'select' ? [...elements(element)].filter((e) => e.tagName === 'option') : [];
  const selected = options.find((o) => attribute(o, 'selected') !== undefined) ?? options[0];
  return {
    name,
    type: element.tagName === 'input' ? (attribute(element, 'type') ?? 'text') : element.tagName,
    value: (selected === undefined ? attribute(element, 'value') : attribute(selected, 'value')) ?? '',
    checked: attribute(element, 'checked') !== undefined,
    options: options.map((o) => attribute(o, 'value') ?? ''),
  };
}

/** The forms of a page, in order. */
export function formsOf(html: string): readonly Form[] {
  return [...elements(parse(html))]
    .filter((e) => e.tagName === 'form')
    .map((form) => ({
      action: attribute(form, 'action') ?? '',
      method: (attribute(form, 'method') ?? 'get').toLowerCase(),
      fields: [...elements(form)]
        .filter((e) => ['input', 'select', 'textarea'].includes(e.tagName))
        .map(fieldOf)
        .filter((f) => f !== null),
    }));
}

/**
 * The body a browser would send: hidden and prefilled fields as they stand, then what the person filled in.
 */
export function bodyOf(
  form: Form,
  answers: Readonly<Record<string, string | readonly string[]>>,
): URLSearchParams {
  const body = new URLSearchParams();
  for (const field of form.fields) {
    if (field.name in answers || field.type === 'submit') continue;
    if ((field.type === 'radio' || field.type === 'checkbox') && !field.checked) continue;
    body.append(field.name, field.value);
  }
  for (const [name, value] of Object.entries(answers))
    for (const one of Array.isArray(value) ? value : [value as string]) body.append(name, one);
  return body;
}

export const linksOf = (html: string): readonly string[] =>
  [...elements(parse(html))].filter((e) => e.tagName === 'a').map((e) => attribute(e, 'href') ?? '');
/** What a reader sees, roughly. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
