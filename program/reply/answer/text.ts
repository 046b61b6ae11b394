/**
 * The text of an answer, with what is certainly no answer blanked out: addresses, dates, times, telephone
 * numbers, weights, distances, counts.
 */
import { plain } from '../lines.ts';
import { count, MAX_ANSWER, type Meter } from '../meter.ts';
import { NUMBER_WORDS } from '../words/commands.ts';

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

/** Number words as figures, "four and a half", "4ish"; apostrophes dropped. */
const figures = (text: string): string =>
  text
    .replace(/['’`]/g, '')
    .replace(new RegExp(String.raw`\b(?:${NOT_ONE})\b`, 'g'), (word) => String(NUMBER_WORDS[word] ?? word))
    .replace(new RegExp(String.raw`\b(${BEFORE_ONE}) one\b(?! of\b)`, 'g'), '$1 1')
    .replace(/\bone(?= (?:out of|session|run|workout)| ?\/ ?10)/g, '1')
    .replace(/(\d) ?and a half\b/g, '$1.5')
    .replace(/(\d)1⁄2/g, '$1.5')
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
  /\S{0,80}@\S{1,120}/g,
  /(?:https?:|www\.)\S{1,300}/g,
  /\b\d{4}-\d{1,2}-\d{1,2}\b/g,
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/g,
  new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\b`, 'g'),
  new RegExp(String.raw`\b(?:${MONTHS}) \d{1,2}(?:st|nd|rd|th)?\b(?! ?/)`, 'g'),
  /\b\d{1,3}(?:st|nd|rd|th)\b/g,
  /\b\d{1,2}(?:[:.]\d{2}|h\d{2})(?: ?[ap]\.?m\b\.?)?/g,
  /\b\d{1,2} ?(?:[ap]\.?m\b\.?|o ?clock)/g,
  /[+(]?\b\d[\d ()/-]{5,24}\d\b/g,
  /\b\d{1,3}(?:,\d{3})+\b/g,
  /[£$€#@~^*=] ?\d+/g,
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
