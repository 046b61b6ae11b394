/**
 * A person's data as a table that no table program runs (docs/architecture.md §9.5). Quoting is the library's
 * (RFC 4180); what is neutralised is said here: a sign that begins a formula, at the start of the cell or
 * after a mark at which a table program of another country would split it.
 */
import { stringify } from 'csv-stringify/sync';

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
/** Also in the wide and small letters of East Asian keyboards. */
const SIGNS = new Set('=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212');
const SPLITS = new Set(';\t\r\n');
/** What a table program does not show, or throws away before it looks. */
const UNSEEN = /^[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]$/u;

/**
 * The text with an apostrophe before whatever would run: none for plain text and plain numbers. One pass.
 *
 * @example 'x;=1+1' is `x;'=1+1`
 */
export function neutral(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  const pieces: string[] = [];
  let from = 0;
  /** Where the part of the cell begins in which nothing was seen yet; null once something was. */
  let begins: number | null = 0;
  let at = 0;
  for (const sign of text) {
    const leads = sign === '\t' || sign === '\r';
    if (begins !== null && (SIGNS.has(sign) || (begins === 0 && leads && from === 0))) {
      pieces.push(text.slice(from, begins), "'");
      from = begins;
      begins = null;
    }
    at += sign.length;
    if (SPLITS.has(sign)) begins = at;
    else if (begins !== null && !UNSEEN.test(sign)) begins = null;
  }
  return pieces.length === 0 ? text : `${pieces.join('')}${text.slice(from)}`;
}

/** RFC 4180, UTF-8, CRLF. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map(neutral)),
    { record_delimiter: '\r\n', quoted_match: /[;\t\r\n]/ },
  );
