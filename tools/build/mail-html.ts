/**
 * What happens to MJML's output before it becomes a function: its known faults are mended, white space that
 * means nothing goes, lines stay short enough for 7-bit mail (RFC 5322 §2.1.1: 998 octets).
 */
import { TemplateError } from './mail-template.ts';

export const INLINE = /^<\/?(?:a|b|strong|em|i|span|img|bdi|abbr|sup|sub)\b/i;
/** A token: comment, tag, block marker or text. */
const TOKEN =
  /<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<[^>]+>|QZ[OC][a-z]+ZQ|(?:(?!<|QZ[OC][a-z]+ZQ)[\s\S])+/g;
const LINE_TARGET = 300;
/** What a filled slot is counted as when lines are broken. */
const SLOT_ALLOWANCE = 120;

/**
 * Invisible padding after the preheader, so that the first words of the body do not leak into the preview.
 */
const PREHEADER_PAD = '&#8199;&#847; '.repeat(24).trimEnd();

/**
 * Mends MJML 5's faults: the preheader stands in <body> without lang and dir and in white on white, the
 * wrapper carries no language when none is set, an image without alt gets an empty one silently. Words of 0
 * or 1 px are a sign of spam for SpamAssassin (FONT_INVIS, one point): the preheader has 2.
 */
export function mend(html: string, file: string): string {
  const preheader = /<div style="display:none;[^"]*">/;
  if (!preheader.test(html)) throw new TemplateError(`${file}: no preheader; the page needs <mj-preview>.`);
  if (!/<title>[^<]+<\/title>/.test(html))
    throw new TemplateError(`${file}: no title; the page needs <mj-title>.`);
  if (/<html[^>]* lang="und"/.test(html)) throw new TemplateError(`${file}: <mjml> needs lang and dir.`);
  if (/<img(?![^>]* alt="[^"])[^>]*>/.test(html))
    throw new TemplateError(`${file}: an image without alt text.`);
  if (/<\/?mj-|mj-include/.test(html)) throw new TemplateError(`${file}: an MJML tag was left over.`);
  return html
    .replace(
      /(<div) style="display:none;[^"]*">([^<]*)(<\/div>)/,
      (_all, open: string, words: string, close: string) =>
        `${open} lang="en" dir="ltr" style="display:none;font-size:2px;line-height:2px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all">${words} ${PREHEADER_PAD}${close}`,
    )
    .replace(/ aria-roledescription="email" role="article"/, ' role="article" aria-roledescription="email"');
}

function isSpaceBreaker(token: string | undefined): boolean {
  return token === undefined || /^QZ[OC]/.test(token) || (token.startsWith('<') && !INLINE.test(token));
}

function squeezeComment(token: string): string {
  return token.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/\]> /g, ']>').replace(/ <!\[/g, '<![');
}

/** A style sheet breaks between its rules. */
function breakStyle(sheet: string): string {
  let line = 0;
  return sheet.replace(/[^}]*\}+/g, (rule) => {
    line += rule.length;
    if (line < LINE_TARGET) return rule;
    line = 0;
    return `${rule}\n`;
  });
}

/** Drops white space between tags where no browser shows it and breaks lines at such places. */
export function squeeze(html: string): string {
  const tokens = (html.match(TOKEN) ?? []).map((token) => {
    if (token.startsWith('<!--')) return squeezeComment(token);
    if (token.startsWith('<style')) return breakStyle(token);
    return token.startsWith('<') ? token : token.replace(/\s+/g, ' ');
  });
  let out = '';
  let line = 0;
  let last: string | undefined;
  for (const [index, token] of tokens.entries()) {
    let piece = token;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (!token.startsWith('<') && !/^QZ[OC]/.test(token)) {
      if (isSpaceBreaker(before) || isButton(before)) piece = piece.trimStart();
      if (isSpaceBreaker(after) || (after === '</a>' && opensButton(tokens, index))) piece = piece.trimEnd();
    }
    if (piece === '') continue;
    if (line > LINE_TARGET && isSpaceBreaker(token) && isSpaceBreaker(last) && !/^QZ[OC]/.test(token)) {
      out += '\n';
      line = 0;
    }
    out += piece;
    last = token;
    line = piece.includes('\n') ? piece.length - piece.lastIndexOf('\n') : line + weight(piece);
  }
  return out.trim();
}

function weight(piece: string): number {
  return piece.length + (piece.match(/QZS/g)?.length ?? 0) * SLOT_ALLOWANCE;
}

/** A link drawn as a button or a cell: white space inside would be underlined. */
function isButton(token: string | undefined): boolean {
  return token !== undefined && /^<a [^>]*display:(?:inline-)?block/.test(token);
}
function opensButton(tokens: readonly string[], index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at] ?? '';
    if (/^<a\b/.test(token)) return isButton(token);
  }
  return false;
}

/** Numeric entities for everything beyond ASCII: the mail stays 7-bit and one byte a character in memory. */
export function toAscii(html: string): string {
  return html.replace(/\P{ASCII}/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`);
}
