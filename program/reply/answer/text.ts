/**
 * The text of an answer, with what is certainly no answer blanked out: addresses, dates, times, telephone
 * numbers, weights, distances, counts.
 */
import { plain } from '../lines.ts';
import { count, MAX_ANSWER, type Meter } from '../meter.ts';
import { NUMBER_WORDS } from '../words/commands.ts';
import { MONTHS as ALL_MONTHS, FOREIGN_NUMBERS, OUT_OF, TEN } from '../words/numbers.ts';

/** A number as it is written: figures with at most one decimal part. */
export const N = String.raw`(?<![\d.,])\d{1,3}(?:\.\d)?(?![\d])`;
/** A number or the two ends of a range. */
export const VALUE = String.raw`${N}(?:\s?(?:-|–|—|to|or)\s?${N})?`;
/** What a blanked piece leaves behind: the end of a clause. */
const BLANK = ' , ';

const NOT_ONE = Object.keys(NUMBER_WORDS)
  .filter((word) => word !== 'one')
  .join('|');
/** "one" is a number only after these; "one of my best weeks" is none. */
const BEFORE_ONE =
  'pain|worst|average|avg|score|level|is|was|about|around|a|between|and|or|to|did|done|completed|managed|missed|skipped|just|only';

const FOREIGN = Object.keys(FOREIGN_NUMBERS).join('|');
const FOREIGN_SCORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${FOREIGN}|\d{1,2}) ?(?:${OUT_OF.join('|').replace('/', '\\/')}) ?${TEN}(?![\p{L}\p{N}])`,
  'gu',
);
const FOREIGN_ALONE = new RegExp(String.raw`^(\s*)(${FOREIGN})(?=[\s.!]*$)`, 'gmu');
/** Marks people put around a lone figure: "*4*", "#4", "~4", "[4]". Never "<3", which is a heart. */
const DECORATED =
  /(^|[\s(,:;])[*_~#≈=`"“”‘«‹[]{1,3}(\d{1,2}(?:\.\d)?)(?![\d:])[*_~`"”’»›\]]{0,3}(?=$|[\s,.;:!?)/⁄])/g;

/** "vier von 10", "tres de diez", a lone "vier", "4⁄10", "*4*": in figures with an ordinary slash. */
const worldly = (text: string): string => {
  const digit = (word: string): string => String(FOREIGN_NUMBERS[word] ?? word);
  return text
    .replace(/(\d)1⁄2/g, '$1.5')
    .replace(/(?<!\d)1⁄2/g, '0.5')
    .replace(/ ?[⁄∕╱\\|] ?(?=10(?!\d))/g, '/')
    .replace(DECORATED, '$1$2')
    .replace(FOREIGN_SCORE, (_, said: string) => `${digit(said)}/10`)
    .replace(FOREIGN_ALONE, (_, space: string, said: string) => `${space}${digit(said)}`);
};

/** Letters of number words without their accents: "três", "fünf", "sześć". */
const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');

/** Number words as figures, "four and a half", "4ish"; apostrophes dropped. */
const figures = (text: string): string =>
  worldly(plainLetters(text))
    .replace(/['’`]/g, '')
    .replace(new RegExp(String.raw`\b(?:${NOT_ONE})\b`, 'g'), (word) => String(NUMBER_WORDS[word] ?? word))
    .replace(new RegExp(String.raw`\b(${BEFORE_ONE}) one\b(?! of\b)`, 'g'), '$1 1')
    .replace(/\bone(?= (?:out of|session|run|workout)| ?\/ ?10)/g, '1')
    .replace(/(\d) ?and a half\b/g, '$1.5')
    .replace(/(\d) ?-?ish\b/g, '$1');

/**
 * The text ready for reading, or null when it is too long to be an answer in numbers
 * (docs/architecture.md §9.7).
 */
export function answerText(text: string, meter?: Meter): string | null {
  const read = plain(text.slice(0, MAX_ANSWER * 4), meter).trim();
  if (read.length > MAX_ANSWER || text.length > MAX_ANSWER * 4) return null;
  count(meter, read.length);
  return figures(read.toLowerCase());
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const PLACES: readonly RegExp[] = [
  // Status codes, versions, network addresses; and what machines are called by.
  /(?<![\d.])\d+(?:\.\d+){2,}\.?/g,
  /\b(?:ios|ipados|windows|android|version|iphone|ipad|galaxy|pixel|office|outlook|chrome|firefox|macos) ?\d+(?:\.\d+)*/g,
  // A part of an address: "Flat 5", "Floor 9", "2. Stock".
  /\b(?:floor|flat|apt|apartment|suite|ste|unit|room|building|bldg|block|po box|box|tel|phone|mobile|mob|fax|ext|stock|etage|zimmer|piso|planta|puerta|piano|interno|andar|sala|vaning|pietro|lokal|postfach|hausnummer)\.?:? ?#?\d{1,6}\w?\b/g,
  /\b\d{1,2}\.? ?(?:stock|etage|og|piano|vaning|pietro|andar|piso)\b/g,
  // A day with its dot ("8. March", "8 de marzo"), the month before it, and a day whose month is understood
  // ("am 9.").
  new RegExp(
    String.raw`(?<![\d.,/])\d{1,2}(?:\.|st|nd|rd|th|er)? ?(?:de |of |d')?(?:${ALL_MONTHS})(?!\p{L})\.?(?: ?(?:de )?\d{4})?`,
    'gu',
  ),
  /\b\d{1,2}\.\d{1,2}\.(?:\d{2,4})?(?!\d)/g,
  /\b(?:am|den|dem|bis zum|zum) \d{1,2}\.(?=[\s,]|$)/g,
  /\b\d{1,2}(?:[:.]\d\d)? ?(?:uhr|uur|heures?|horas?|godz\w*)\b/g,
  /\bkl(?:ockan)?\.? ?\d{1,2}(?:[:.]\d\d)?/g,
  /\S{0,80}@\S{1,120}/g,
  /(?:https?:|www\.)\S{1,300}/g,
  /\b\d{4}-\d{1,2}-\d{1,2}\b/g,
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/g,
  new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\b`, 'g'),
  new RegExp(String.raw`\b(?:${MONTHS}) \d{1,2}(?:st|nd|rd|th)?\b(?! ?/)`, 'g'),
  /\b\d{1,3}(?:st|nd|rd|th)\b/g,
  /\b\d{1,2}(?::\d{2}){2}\b/g,
  /\b\d{1,2}(?:[:.]\d{2}|h\d{2})(?: ?[ap]\.?m\b\.?)?/g,
  // A code of figures and letters.
  /\b\d{1,4}[a-z]{2,12}\d\w{0,40}/g,
  /\b\d{1,2} ?(?:[ap]\.?m\b\.?|o ?clock)/g,
  /[+(]?\b\d[\d ()/-]{5,24}\d\b/g,
  /\b\d{1,3}(?:,\d{3})+\b/g,
  /[£$€@^] ?\d+/g,
  /\d+ ?[%°€£$^]/g,
];

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

/**
 * Addresses, dates, times, telephone numbers, prices. A run of figures is a telephone number from seven
 * digits on.
 */
export const withoutPlaces = (text: string): string =>
  PLACES.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (hit) =>
        /^[+(]?\d[\d ()/-]+$/.test(hit) && !/^\d+[/.-]\d+[/.-]/.test(hit) && digitsIn(hit) < 7 ? hit : BLANK,
      ),
    text,
  );

const UNITS = [
  'kms?|k|kilomet\\w*|mi|miles?|m|met(?:re|er)s?|yards?|mins?|minutes?|minute|h|hrs?|hours?|secs?|seconds?|s|kgs?|kilos?|lbs?|pounds|mm|cm',
  'reps?|repetitions?|sets?|x|times|steps?|stairs|days?|weeks?|wks?|months?|years?|yrs?|sessions?|runs?|workouts?|walks?|rides?|bpm|degrees|laps?',
  'raises?|jumps?|hops?|exercises?|tablets?|pills?|painkillers?|ibuprofen|paracetamol|glasses|litres?|liters?|hills?|people|kids|nights?|mornings?|percent',
].join('|');

const COUNTS: readonly RegExp[] = [
  /\b\d{1,3} ?[x×] ?\d{1,3}\b/g,
  /(?:\b\d{1,3} )?\bsets? of \d{1,3}\b/g,
  new RegExp(
    String.raw`\b(?:missed|skipped)\b(?: only| just)? ?(?:${N})?(?: ?(?:of|\/|out of) ?${N})?(?: (?:strength )?(?:sessions?|workouts?|runs?))?`,
    'g',
  ),
  new RegExp(
    String.raw`${N} (?:done )?(?:of|out of|\/) ?${N} (?:reps?|repetitions?|raises?|sets?|done|exercises?|lowerings)\b`,
    'g',
  ),
  new RegExp(String.raw`${N}\/${N} (?:reps?|repetitions?|raises?|sets?|done|exercises?|lowerings)\b`, 'g'),
  new RegExp(String.raw`${N} done (?:of|out of) ?${N}`, 'g'),
  new RegExp(
    String.raw`\d{1,4}(?:[.,]\d+)?(?: ?(?:-|–|to|or|and) ?\d{1,4}(?:[.,]\d+)?)? ?-?(?:${UNITS})\b(?: \d{1,2}(?: ?min\w{0,4})?\b)?`,
    'g',
  ),
  /\b(?:week|wk|day|level|lv|stage|page|size|chapter|lesson|phase|part|number|set|exercise|zone|hour|hr|heart rate|pulse|weigh|gate|rung|age|aged|room|step|k?m|mile) ?#?\d{1,4}\b/g,
  /\b(?:ran|run|jogged|did) ?\d{1,3}\b(?! ?(?:of|\/|out))/g,
  /\b[a-z]{1,12}\d{1,6}\w{0,12}\b/g,
];

/** Counts and measures with their units, and numbered things. */
export const withoutCounts = (text: string): string =>
  COUNTS.reduce((rest, pattern) => rest.replace(pattern, BLANK), text);

/**
 * Blanks every hit that `each` accepts; `groups` are the brackets of the pattern, `before` the text in front
 * of the hit.
 */
export const take = (
  text: string,
  pattern: RegExp,
  each: (groups: readonly (string | undefined)[], before: string) => boolean,
): string =>
  text.replace(pattern, (hit: string, ...rest: readonly unknown[]) => {
    const end = rest.findIndex((part) => typeof part === 'number');
    const groups = rest.slice(0, end) as readonly (string | undefined)[];
    return each(groups, text.slice(Math.max(0, Number(rest[end]) - 24), Number(rest[end]))) ? BLANK : hit;
  });
