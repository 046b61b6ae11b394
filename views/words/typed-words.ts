/**
 * What a person typed (a name, a goal, a plan), as it may leave in a mail of ours: without links, addresses
 * and numbers to call, for whoever holds a forwarded mail can type it too (docs/architecture.md §9.5).
 * Harmless words come back as they were written.
 */

/** In place of what was taken out. */
const GAP = '…';
/** What reads as a dot and as nothing else between two letters. */
const DOTS = /[\u00b7\u0589\u06d4\u0701\u0702\u2022\u2027\u30fb\u3002\ua4f8\ua60e\ufe12\uff61]/g;
const SPELLED_DOT = /\s*[[({<]\s*(?:dot|punkt|punto|point|\.)\s*[\])}>]\s*|\s+dot\s+(?=\p{L}{2,}\b)/giu;
const SPELLED_AT = /\s*[[({<]\s*at\s*[\])}>]\s*/gi;
const SCHEMES =
  'h(?:tt|xx)ps?|s?ftp|mailto|tel|sms|mms|callto|facetime|skype|whatsapp|tg|javascript|data|file|intent';
const SCHEME = new RegExp(`(?:^|[^\\p{L}])(?:${SCHEMES}):`, 'iu');
const HOST = /[\p{L}\p{N}-]\.(?:[\p{L}\p{N}-]+\.)*\p{L}{2,}(?![\p{L}\p{N}])/u;
/** A sentence that begins without a space: "home.Then". */
const NEXT_SENTENCE = /(\p{Ll})\.(?=\p{Lu}\p{Ll}*(?:[^\p{L}\p{N}.]|$))/gu;
const ADDRESS = /[^\s@]@|@\p{L}/u;
const IP = /\d{1,3}(?:\.\d{1,3}){3}/;

function isLink(token: string): boolean {
  return (
    SCHEME.test(token) ||
    /:\/|\/\/|\\\\|xn--|www\d*\./i.test(token) ||
    ADDRESS.test(token) ||
    IP.test(token) ||
    HOST.test(token) ||
    /^[^\p{L}\p{N}.]*\.\p{L}{2,}/u.test(token)
  );
}

const DIGIT_WORDS: ReadonlySet<string> = new Set([
  ...['zero', 'oh', 'nought', 'nil', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  ...['double', 'triple', 'treble'],
]);
/** As many digits as the shortest number that calls somebody far away. */
const CALLS_FROM = 7;
/** A number that begins as those of other networks and countries do. */
const CALLS_ABROAD_FROM = 5;
const TIME = /(?<!\d)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)/g;
const YEAR_FIRST = /(?<!\d)(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])(?!\d)/g;
const YEAR_LAST = /(?<!\d)(?:[0-2]?\d|3[01])[-/.](?:[0-2]?\d|3[01])[-/.](?:19|20)\d\d(?!\d)/g;
const MOST_TIMES = 2;
/** Digits beside days and hours, and digits in all, of what may still be a time of day. */
const MOST_BESIDE = 2;
const MOST_WITH_TIMES = 8;

/** The same length, each sign where it was: every digit, of any script or spelled, as 0. */
const asDigits = (text: string): string =>
  text
    .replace(/\p{L}+/gu, (word) => (DIGIT_WORDS.has(word.toLowerCase()) ? '0'.padEnd(word.length) : word))
    .replace(/(?<=[\p{Nd}+])[oO]+|[oO]+(?=\p{Nd})|(?<=\p{Nd})[lI]|[lI](?=\p{Nd})/gu, (hit) =>
      '0'.repeat(hit.length),
    )
    // "3x10" is a way to write a session; other single letters between digits join a number.
    .replace(/(?<=\p{Nd})(?![xX])\p{L}(?=\p{Nd})/gu, (letter) => '-'.repeat(letter.length))
    .replace(/\p{Nd}/gu, (digit) => '0'.repeat(digit.length));

/** Takes out what somebody could dial. */
function withoutNumbers(text: string): string {
  const seen = asDigits(text);
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: run, index } of seen.matchAll(/[^\p{L}]+/gu)) {
    if (!callsSomebody(text.slice(index, index + run.length), run)) continue;
    pieces.push(text.slice(from, index), ` ${GAP} `);
    from = index + run.length;
  }
  return pieces.join('') + text.slice(from);
}

function callsSomebody(written: string, run: string): boolean {
  let times = 0;
  const rest = written
    .replace(YEAR_FIRST, ' ')
    .replace(YEAR_LAST, ' ')
    .replace(TIME, (time) => {
      times += 1;
      return times > MOST_TIMES ? time : ' ';
    });
  const left = rest.match(/\d/g)?.length ?? 0;
  const taken = (written.match(/\d/g)?.length ?? 0) - left;
  const all = run.match(/0/g)?.length ?? 0;
  // Days and hours are no number to call while hardly another digit stands among them.
  const digits = left === 0 || (left <= MOST_BESIDE && all <= MOST_WITH_TIMES) ? all - taken : all;
  const abroad = /^[^\d+]*(?:\+|0|\(0)\s*\d/.test(rest);
  return digits >= CALLS_FROM || (abroad && digits >= CALLS_ABROAD_FROM);
}

const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const oneLine = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
/** One spelling of every sign, no mark that hangs on nothing. */
const plainly = (text: string): string =>
  oneLine(
    oneLine(text)
      .split(GAP)
      .map((part) => part.normalize('NFKC'))
      .join(GAP),
  )
    .replace(/(^|[^\p{L}\p{M}\p{N}])\p{M}+/gu, '$1')
    .replace(DOTS, '.');

/** The words without links, addresses and numbers to call; null when nothing is left of them. */
export function typedWords(text: string): string | null {
  const plain = plainly(text);
  const joined = plain.replace(SPELLED_AT, '@').replace(SPELLED_DOT, '.').replace(NEXT_SENTENCE, '$1. ');
  const kept = withoutNumbers(
    joined
      .split(' ')
      .map((token) => (isLink(token) ? GAP : token))
      .join(' '),
  );
  const words = kept === plain ? oneLine(text) : tidy(kept);
  return /[\p{L}\p{N}]/u.test(words) ? words : null;
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/…(?: ?…)+/g, GAP)
    .trim();

/** A first name as it may stand in a greeting; null when it is none. */
export function typedName(text: string | null): string | null {
  const words = text === null ? null : typedWords(text);
  return words === null || words.includes(GAP) ? null : words;
}
