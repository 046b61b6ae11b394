/** Reading what was told of one session, or where it should go (docs/contract.md §2, `/x`). */
import {
  BEFORES,
  RUN_MINUTES_MAX,
  SESSION_RESULTS,
  type SessionAnswers,
  sessionAnswers,
} from '../../program/answers/session.ts';
import { type Fields, readFields } from './fields.ts';
import { type FormValues, type Read, unknownFields } from './form-values.ts';

const SESSION: Fields = {
  result: {
    kind: 'one',
    options: SESSION_RESULTS,
    ask: 'Please choose whether you did it, did a part or skipped it.',
    required: true,
  },
  pain: { kind: 'whole', min: 0, max: 10, ask: 'Please choose a number from 0 to 10.' },
  runMinutes: {
    kind: 'whole',
    min: 0,
    max: RUN_MINUTES_MAX,
    ask: 'Please give the minutes you ran, 0 for none.',
  },
  before: { kind: 'one', options: BEFORES, ask: 'Please choose how the calf was the morning after.' },
};

const MOVE: Fields = {
  moveTo: {
    kind: 'date',
    from: '2000-01-01',
    to: '2100-12-31',
    ask: 'Please choose a day of this week.',
    outside: 'Please choose a day of this week.',
    required: true,
  },
};

export type SessionForm =
  | { readonly kind: 'log'; readonly answers: SessionAnswers }
  | { readonly kind: 'move'; readonly date: string };

/** Either an entry or a move; unknown fields are refused, what is missing is null. */
export function readSession(form: FormValues): Read<SessionForm> {
  const moves = 'moveTo' in form && !('result' in form);
  const fields = moves ? MOVE : SESSION;
  const unknown = unknownFields(form, Object.keys(fields));
  const { raw, errors } = readFields(form, fields);
  const all = unknown === null ? errors : [unknown, ...errors];
  if (all.length > 0) return { ok: false, errors: all, values: form };
  return moves
    ? { ok: true, value: { kind: 'move', date: String(raw['moveTo']) } }
    : { ok: true, value: { kind: 'log', answers: sessionAnswers.parse(raw) } };
}
