/**
 * What "equal HTML" means here: the same elements, attributes and words in the same order, whatever the
 * spelling of entities and white space.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim();
/** `margin:0; padding:0` and `margin:0;padding:0;` are the same style. */
const styleOf = (style: string): string =>
  style
    .split(';')
    .map((one) => one.replace(/\s*([:,])\s*/g, '$1').trim())
    .filter((one) => one !== '')
    .join(';');

function written(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ('value' in node) return squeezed(node.value);
  if (!('tagName' in node)) return '';
  const attrs = node.attrs
    .map(({ name, value }) => `${name}="${squeezed(name === 'style' ? styleOf(value) : value)}"`)
    .sort();
  return `<${[node.tagName, ...attrs].join(' ')}>\n${node.childNodes
    .map(written)
    .filter((one) => one !== '')
    .join('\n')}\n</${node.tagName}>`;
}

type Parent = DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.Element;
const bodyOf = (parent: Parent): DefaultTreeAdapterTypes.Element | undefined => {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    const found = node.tagName === 'body' ? node : bodyOf(node);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * One form for mails that show the same: their body. Comments and the hidden line before the first words say
 * nothing to a reader (our build mends that line of MJML's), and every engine orders the head its own way.
 */
export function shown(html: string | Uint8Array): string {
  const body = bodyOf(parse(typeof html === 'string' ? html : Buffer.from(html).toString('utf8')));
  if (body === undefined) throw new Error('a mail without a body');
  return body.childNodes
    .map(written)
    .filter((one) => one !== '' && !/^<div [^>]*display:none/.test(one))
    .join('\n');
}
