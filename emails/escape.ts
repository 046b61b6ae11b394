/**
 * The only ways a value gets into a mail. Every compiled template calls these with the name of the slot, so
 * that a value that is missing stops the rendering with that name instead of printing "undefined".
 */
declare const HTML: unique symbol;
/** Finished, escaped HTML of a compiled block. Nothing else can be put into an HTML slot. */
export type Html = string & { readonly [HTML]: true };

/** Finished HTML of a block; called by compiled templates only. */
export function finished(html: string): Html {
  return html as Html;
}
export const NOTHING: Html = finished('');
/**
 * White space that is also a new line of the source: no line of a mail may grow without bound
 * (RFC 5322 §2.1.1).
 */
export const LINE: Html = finished('\n');

/** One block after the other. */
export function join(blocks: readonly Html[]): Html {
  let html = '';
  for (const one of blocks) html += one;
  return finished(html);
}

const UNSAFE = /[^\x20-\x21\x23-\x25\x28-\x3b\x3d\x3f-\x7e]/;
const EACH_UNSAFE = /[^\x20-\x21\x23-\x25\x28-\x3b\x3d\x3f-\x7e]/gu;

/** A line break is white space; any other control character has no place in a mail. */
function entity(character: string): string {
  const point = character.codePointAt(0) ?? 0xfffd;
  if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return ' ';
  if (point >= 0xd800 && point <= 0xdfff) return '&#65533;';
  return `&#${point};`;
}

function missing(slot: string, wanted: string, value: unknown): never {
  throw new TypeError(`mail slot ${slot} needs ${wanted} and got ${value === null ? 'null' : typeof value}`);
}

/** Text for a text node or a quoted attribute; beyond ASCII as numeric entities. */
export function text(value: string, slot: string): string {
  if (typeof value !== 'string') missing(slot, 'a text', value);
  return UNSAFE.test(value) ? value.replace(EACH_UNSAFE, entity) : value;
}

const ABSOLUTE = /^https?:\/\/[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a~]+$/;

/** An absolute http(s) URL in ASCII for an href. Refuses everything else. */
export function url(value: string, slot: string): string {
  if (typeof value !== 'string') missing(slot, 'a URL', value);
  if (!ABSOLUTE.test(value)) throw new TypeError(`mail slot ${slot} needs an absolute http(s) URL`);
  return value.includes('&') || value.includes("'")
    ? value.replace(/&/g, '&amp;').replace(/'/g, '&#39;')
    : value;
}

/** A finite number, printed as it is. */
export function number(value: number, slot: string): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) missing(slot, 'a number', value);
  return String(value);
}

/** HTML of other blocks. */
export function block(value: Html, slot: string): string {
  if (typeof value !== 'string') missing(slot, 'a block', value);
  return value;
}
