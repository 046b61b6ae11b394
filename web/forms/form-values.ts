/** A posted form as text, and the one-by-one reading of it. Nothing here knows a field by name. */
import type { FieldError, FormValues } from '../../views/page/page-views.ts';

export type { FieldError, FormValues };

/** The outcome of a reader. On errors `values` keeps what was typed, for the page that shows the errors. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly values: FormValues };

/**
 * `application/x-www-form-urlencoded` to values; a repeated key becomes a list. Never throws, and a key ten
 * thousand times over costs as much as ten thousand keys.
 */
export function parseForm(body: string): FormValues {
  const values = new Map<string, string | string[]>();
  for (const [key, value] of new URLSearchParams(body)) {
    const before = values.get(key);
    if (before === undefined) values.set(key, value);
    else if (typeof before === 'string') values.set(key, [before, value]);
    else before.push(value);
  }
  return Object.fromEntries(values);
}

/** Own properties only: a field named `constructor` is not there unless it was posted. */
const posted = (form: FormValues, name: string): string | readonly string[] | undefined =>
  Object.hasOwn(form, name) ? form[name] : undefined;

/**
 * Every non-empty value of a field, trimmed, each once. Lists may also come joined by commas, as our hidden
 * fields carry them.
 */
export function listOf(form: FormValues, name: string): readonly string[] {
  const value = posted(form, name);
  const all = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return [
    ...new Set(
      all
        .flatMap((text) => text.split(','))
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    ),
  ];
}

/**
 * The distinct non-empty texts of a field that takes one value: none, the one, or several that contradict
 * each other.
 */
export function textsOf(form: FormValues, name: string): readonly string[] {
  const value = posted(form, name);
  const all = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return [...new Set(all.map((text) => text.trim()).filter((text) => text !== ''))];
}

/** What to show again in a field of one value. */
export const shown = (form: FormValues, name: string): string => textsOf(form, name)[0] ?? '';

/** Was the field in the form at all, empty or not? */
export const isPosted = (form: FormValues, name: string): boolean => posted(form, name) !== undefined;

/** A short quotation of input for an error sentence. */
export const quoted = (text: string): string => {
  const shown = text.replace(/\p{Cc}/gu, '\uFFFD');
  return `“${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}”`;
};

/** One error for everything the form may not carry (docs/contract.md §2); null when all names are known. */
export function unknownFields(form: FormValues, known: readonly string[]): FieldError | null {
  const unknown = Object.keys(form).find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  return {
    field: '',
    message: `The form carried a field we do not know: ${quoted(unknown)}. Please use the form on this page.`,
  };
}
