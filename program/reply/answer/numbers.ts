/**
 * The pain numbers of an answer: which figures are certainly the average, which may be, and which is the
 * worst.
 */
import { FOREIGN_FILLERS, FOREIGN_LABELS } from '../words/numbers.ts';
import { N, take, VALUE, withoutCounts } from './text.ts';

export type Assumption = 'range-upper' | 'rounded-up' | 'ok-line' | 'worst-3' | 'worst-2';

export interface PainNumbers {
  /** Certainly meant as the average. */
  readonly sure: readonly number[];
  /** Could be pain, could be something else. */
  readonly doubtful: readonly number[];
  readonly worst: number | null;
  readonly assumed: readonly Assumption[];
  /** "4,5" or "1 0": the figures themselves can be read two ways. `safer` null = do not act on it. */
  readonly figures: { readonly candidates: readonly number[]; readonly safer: number | null } | null;
  /** High marks with words of praise: perhaps for the programme. */
  readonly praised: boolean;
  /** What stands in no number and no score: for judging whether it is harmless. */
  readonly left: string;
}

const LABEL = String.raw`(?:pain(?: ?free)?|averages?|averaged|avg|mean|overall|score|calf|nprs|rating|rate|rated|leg|answer|mostly|usually|${FOREIGN_LABELS})`;
const BETWEEN_LABEL_AND_VALUE = String.raw`(?:[ :=.-]{1,3}(?:level|score|was|is|of|at|about|around|a|an|the|my|today|this week|pain|average|calf|it|as|to be|still|now|only|just|roughly|rating|overall|on|between|from|mostly|usually|avg|an average of|the calf|out|been|has been|has|feels like|like|maybe|i think|id say)){0,5}[ :=.-]{1,3}`;
const OUT_OF_TEN = String.raw`(?: ?(?:/|out of|of|on|from) ?10\b)`;
const PRAISE =
  /\b(?:love|loved|loving|amazing|awesome|brilliant|perfect|fantastic|excellent|great|best|recommend|happy|fun|wonderful|superb|enjoyed|again)\b/;

/** Upper end of a range, upwards from a decimal; null when it is no pain score (never clamped). */
const scoreOf = (
  text: string,
): { readonly value: number; readonly range: boolean; readonly rounded: boolean } | null => {
  const numbers = (text.match(/\d{1,3}(?:\.\d)?/g) ?? []).map(Number);
  const top = Math.max(...numbers);
  if (numbers.length === 0 || top > 10) return null;
  return { value: Math.ceil(top), range: numbers.length > 1, rounded: !Number.isInteger(top) };
};

const FILLERS = new Set(
  [
    ...FOREIGN_FILLERS,
    'i id ill im say would it its was is been be a an about around roughly maybe just only so think today this week overall still now again probably',
    'my the for me calf pain hi hello hey thanks thank you score answer number guess approx approximately average on out of or and ish well hmm at feels',
    'like felt all in general last days somewhere rate give mostly usually yes everyone team coach dear there good morning evening afternoon please sorry',
    'solid most time days always afraid am です でした くらい level between from nprs cheers regards here comes reply as thx tx ty pls ok okay really pretty guys folks bye hiya',
  ]
    .join(' ')
    .split(' '),
);
const FIRST_THEN =
  /^\s*(?:hi|hello)?[ ,]*(\d{1,2}(?:\.\d)?)(?= (?:but|because|though|since|after|today|mostly|thanks|thank|as|this|in the|at the|on the|and (?:it|the|my|no|feeling)|with (?:a|no|some))\b)/;
const NO_PAIN =
  /^(?:(?:still|i have|i had|had|have|there was|there is|its|it was|its been|completely|totally|hi|hello) )*(?:(?:no|0) pain(?: at all| whatsoever)?|pain ?-?free|painless)(?: (?:this week|today|now|overall|all week|in the calf|in my calf|thanks|so far))*$/;

const POINTING = /\b(?:this|that|the|these|those|any|on|which) one\b/;
const DOUBT = /\b(?:not|no|more|less|than|over|under|below|above|used|yesterday|was it)\b/;

interface Strays {
  readonly sure: number[];
  readonly doubtful: number[];
  readonly left: string[];
}

const saysNoPain = (clause: string): boolean =>
  NO_PAIN.test(
    clause
      .replace(/[^\p{L}\p{N} -]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
/** Nothing but small words beside its figures, and no doubt about them. */
const isAlone = (clause: string, words: readonly string[]): boolean =>
  words.every((word) => FILLERS.has(word) || word === 'one' || word === 'to') &&
  !/[?+<>]/.test(clause) &&
  !DOUBT.test(clause);

/**
 * What is left, clause by clause: a number alone among small words is an answer, one in a sentence may be
 * anything.
 */
function strays(text: string): Strays {
  const sure: number[] = [];
  const doubtful: number[] = [];
  const left: string[] = [];
  const opening = FIRST_THEN.exec(text);
  const rest = opening === null ? text : text.slice(opening[0].length);
  const first = opening === null ? null : scoreOf(opening[1] ?? '');
  if (first !== null) sure.push(first.value);
  for (const clause of rest.split(/[,;\n]|[.!](?=\s|$)|\s[-–—]\s|(?<=\?)/)) {
    const words: readonly string[] = clause.toLowerCase().match(/[\p{L}]+/gu) ?? [];
    if (saysNoPain(clause)) {
      sure.push(0);
      continue;
    }
    const values = clause.match(new RegExp(String.raw`(?<![\d-])${VALUE}`, 'g')) ?? [];
    const alone = isAlone(clause, words);
    for (const text of values) {
      const read = scoreOf(text);
      if (read !== null) (alone ? sure : doubtful).push(read.value);
    }
    // "Yes, this one" points at a line; it is no score.
    const one = values.length === 0 && alone && words.includes('one') && !POINTING.test(clause);
    if (one) sure.push(1);
    if (!(alone && values.length > 0) && !one) left.push(clause);
  }
  return { sure, doubtful, left };
}

/** "4,5" without a space and "1 0": asked about. */
function ambiguousFigures(text: string): PainNumbers['figures'] {
  const comma = /(?<![\d,.])(\d),(\d)(?![\d,]| ?(?:km|k|kg|mi|miles?|m|h|min|l)\b)/.exec(text);
  if (comma !== null) {
    const [a, b] = [Number(comma[1]), Number(comma[2])];
    const both = [...new Set([a, b, b === 0 ? a : a + 1])].filter((n) => n <= 10);
    return { candidates: both, safer: Math.max(...both) };
  }
  const apart = /(?<![\d.,/-] ?)\b1 0\b(?! ?[\d/])/.exec(text);
  return apart === null ? null : { candidates: [0, 1], safer: null };
}

/** Reads the numbers of a text from which the other items have been taken. */
export function painNumbers(text: string): PainNumbers {
  const sure: number[] = [];
  const doubtful: number[] = [];
  const assumed = new Set<Assumption>();
  let worst: number | null = null;
  const read = (said: string | undefined): number | null => {
    const value = scoreOf(said ?? '');
    if (value?.range === true) assumed.add('range-upper');
    if (value?.rounded === true) assumed.add('rounded-up');
    return value?.value ?? null;
  };
  const takeWorst = (said: string | undefined): boolean => {
    const value = read(said);
    if (value !== null) worst = Math.max(worst ?? 0, value);
    return true;
  };
  const takeSure = (said: string | undefined): boolean => {
    const value = read(said);
    if (value !== null) sure.push(value);
    return true;
  };
  const figures = ambiguousFigures(text);
  // Above the scale: neither the number nor its ten may be read.
  let rest = take(
    text,
    /(?<![\d.,])(\d{1,4})(?: ?(?:\/|out of) ?)(\d{1,3})\b(?! ?\d)/g,
    ([a, b]) => Number(b) === 10 && Number(a) > 10,
  );
  rest = take(
    rest,
    new RegExp(
      String.raw`\b(?:worst|max|maximum|peak|peaked)(?: (?:pain|was|is|of|at|day|about|around|one|it got|score|ever|week|moment|to|a|an))*[ :=-]{1,3}(${VALUE})${OUT_OF_TEN}?`,
      'g',
    ),
    ([v]) => takeWorst(v),
  );
  rest = take(
    rest,
    new RegExp(
      String.raw`(${VALUE})${OUT_OF_TEN}? (?:(?:at )?(?:its |the |my )?(?:very )?worst)\b(?! ?[:=-]? ?(?:was |is )?\d)`,
      'g',
    ),
    ([v]) => takeWorst(v),
  );
  const scored = new RegExp(String.raw`(${VALUE})${OUT_OF_TEN}`, 'g');
  const praised = PRAISE.test(rest) && !new RegExp(String.raw`\b${LABEL}\b`).test(rest);
  const changes = /\b(?:went|dropped|fell|rose|gone|down|up) (?:down |up )?from\b/.test(rest);
  rest = withoutCounts(
    take(
      take(rest, new RegExp(String.raw`\bbetween (${N}) and (${N})${OUT_OF_TEN}?`, 'g'), ([a, b]) =>
        takeSure(`${a}-${b}`),
      ),
      new RegExp(
        String.raw`\b${LABEL}\b${BETWEEN_LABEL_AND_VALUE}(${VALUE})(?![+\d])${OUT_OF_TEN}?(?! ?\?)`,
        'g',
      ),
      ([v], before) => (changes || DOUBT.test(before.slice(-5)) ? false : takeSure(v)),
    ),
  );
  rest = take(rest, scored, ([v]) => takeSure(v));
  rest = take(
    rest,
    new RegExp(String.raw`(${VALUE}) (?:average|avg|on average|overall|pain)\b`, 'g'),
    ([v]) => takeSure(v),
  );
  rest = take(rest, /(?<![\d.,])(\d{1,2}) ?\/ ?(\d{1,2})(?![\d/])/g, ([a, b]) => {
    for (const n of [Number(a), Number(b)]) if (n <= 10) doubtful.push(n);
    return true;
  });
  rest = take(rest, /\((\d{1,2})\)/g, ([v]) => {
    const value = read(v);
    if (value !== null) sure.push(value);
    return true;
  });
  if (!changes) {
    rest = take(
      rest,
      new RegExp(String.raw`(?:\bfrom )?(${N} ?(?:-|–|—|to|or) ?${N})(?! ?\?)`, 'g'),
      ([v], before) =>
        !/[a-z]{3,} ?$/.test(before.slice(-12)) ||
        /\b(?:maybe|about|around|somewhere|between|a|from|pain|say)\b ?$/.test(before)
          ? takeSure(v)
          : false,
    );
  }
  // A minus is no dash: "-1" is not a score.
  rest = take(rest, /(?<![\w)])-\d{1,3}\b/g, () => true);
  const left = strays(rest);
  sure.push(...left.sure);
  doubtful.push(...left.doubtful);
  return {
    sure: [...new Set(sure)],
    doubtful: [...new Set(doubtful)],
    worst,
    assumed: [...assumed],
    figures,
    praised,
    left: left.left.join(' , '),
  };
}
