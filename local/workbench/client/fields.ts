/** A persona's own words for its answers, as fields of the forms (docs/contract.md §2). Pure. */

export type Fields = Readonly<Record<string, string | readonly string[]>>;
type Value = string | number | boolean | null | readonly string[] | undefined;
export type Answer = Readonly<Record<string, Value>>;

export interface Act {
  readonly afterHours: number;
  readonly easier?: true;
  readonly repeat?: true;
  readonly resume?: true;
  readonly unsubscribe?: true;
  readonly pauseDays?: number;
  readonly pauseUntil?: string;
  readonly worse?: {
    readonly painNow: number;
    readonly redFlags: readonly string[];
    readonly sudden: boolean | null;
    readonly when: string | null;
  };
  readonly reply?: { readonly text: string };
}
export type Week =
  | 'silent'
  | {
      readonly answer?: Answer;
      readonly answers?: readonly (Answer & { readonly afterHours: number })[];
      readonly afterHours?: number;
      readonly acts: readonly Act[];
    };
export interface Story {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly firstName: string | null;
  readonly country: string;
  readonly timeZone: string;
  readonly intake: Answer;
  readonly always: Answer;
  readonly weeks: readonly Week[];
  readonly maintenance: readonly Week[];
  readonly acts: readonly Act[];
}

/** Lists that are asked with a box "none of these". */
const WITH_NONE = new Set(['redFlags', 'conditions', 'clotRisk']);

/**
 * The fields of a form. `all` is every planned session, `planned` the planned run; what was left open stays
 * out.
 *
 * @example { painAverage: 2, redFlags: [], sessionsDone: 'all' } with 3 planned:
 *   { painAverage: '2', redFlags: 'none', sessionsDone: '3' }
 */
export function fieldsOf(
  answer: Answer,
  planned: { readonly sessionsPlanned: number; readonly longestRun: number } | null = null,
): Fields {
  const fields: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(answer)) {
    if (value === null || value === undefined || name === 'burst' || name === 'afterHours' || name === 'week')
      continue;
    if (value === 'all') fields[name] = String(planned?.sessionsPlanned ?? 3);
    else if (value === 'planned') fields[name] = String(planned?.longestRun ?? 0);
    else if (Array.isArray(value))
      fields[name] = value.length > 0 ? value : WITH_NONE.has(name) ? 'none' : [];
    else if (typeof value === 'boolean') fields[name] = value ? 'yes' : 'no';
    else fields[name] = String(value);
  }
  return fields;
}

/** What a persona does after its n-th question; the last entry of its story repeats. */
export const weekOf = (weeks: readonly Week[], n: number): Week =>
  weeks[Math.min(n, weeks.length - 1)] ?? 'silent';

/** The answers of a week with the hours after its question, in order. */
export function answersOf(
  story: Story,
  week: Week,
): readonly { readonly hours: number; readonly answer: Answer }[] {
  if (week === 'silent') return [];
  if (week.answers !== undefined)
    return week.answers.map(({ afterHours, ...answer }) => ({
      hours: afterHours,
      answer: { ...story.always, ...answer },
    }));
  return week.answer === undefined
    ? []
    : [{ hours: week.afterHours ?? 3, answer: { ...story.always, ...week.answer } }];
}
