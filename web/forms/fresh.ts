/** Reading the way back after a stop (docs/contract.md §2, `/fresh` for `return`). */
import { type SafetyAnswers, safetyAnswers } from '../../program/answers/intake.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import { type Fields, readFields } from './fields.ts';
import { type FormValues, type Read, unknownFields } from './form-values.ts';
import { SAFETY_FIELDS } from './intake-fields.ts';

export const SEEN_BY = ['doctor', 'physio', 'nurse', 'nobody'] as const;
export const SAID = ['okToLoad', 'wait', 'notThis'] as const;

/**
 * `seenOn` is there whenever somebody said yes; otherwise the stop stays anyway and a missing or odd date is
 * null.
 */
export interface Return {
  readonly seenBy: (typeof SEEN_BY)[number];
  readonly seenOn: LocalDate | null;
  readonly said: (typeof SAID)[number];
  readonly safety: SafetyAnswers;
}

/** Local dates the visit may have been on, first and last. */
export interface ReturnContext {
  readonly seenRange: readonly [LocalDate, LocalDate];
}

const seenFields = ([from, to]: ReturnContext['seenRange']): Fields => ({
  seenBy: { kind: 'one', options: SEEN_BY, ask: 'Please choose who has looked at your leg.', required: true },
  seenOn: {
    kind: 'date',
    from,
    to,
    ask: 'Please give the day somebody looked at your leg.',
    outside:
      from === to
        ? `Please give ${from}, or come back once you have been seen.`
        : `Please give a day from ${from} to ${to}.`,
    required: true,
  },
  said: { kind: 'one', options: SAID, ask: 'Please choose what they said.', required: true },
});

/** Every field, in the order of the page. */
export const RETURN_FIELDS: readonly string[] = [
  ...Object.keys(seenFields(['', ''])),
  ...Object.keys(SAFETY_FIELDS),
];

/**
 * Reads a return. `nobody` needs neither date nor word, "wait" and "not this" need no date. A stop sign on
 * the list is passed on at once, whatever is missing about the visit: it must not wait for a date. Unknown
 * fields are refused.
 */
export function readReturn(form: FormValues, { seenRange }: ReturnContext): Read<Return> {
  const unknown = unknownFields(form, RETURN_FIELDS);
  const visit = readFields(form, seenFields(seenRange));
  const list = readFields(form, SAFETY_FIELDS);
  const { seenBy, seenOn, said } = visit.raw as Partial<Omit<Return, 'safety'>>;
  const signs = list.raw['redFlags'];
  const alarming = Array.isArray(signs) && signs.length > 0;
  const needed = (field: string): boolean => {
    if (alarming) return false;
    if (field === 'said') return seenBy !== 'nobody';
    return field !== 'seenOn' || (seenBy !== 'nobody' && said === 'okToLoad');
  };
  const errors = [...visit.errors.filter(({ field }) => needed(field)), ...list.errors];
  const all = unknown === null ? errors : [unknown, ...errors];
  if (all.length > 0) return { ok: false, errors: all, values: form };
  return {
    ok: true,
    value: {
      seenBy: seenBy ?? 'nobody',
      seenOn: seenOn ?? null,
      said: said ?? 'wait',
      safety: safetyAnswers.parse(list.raw),
    },
  };
}
