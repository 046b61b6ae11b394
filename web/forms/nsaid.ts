/** Reading the painkiller questions: at least one tick, or "none" by an active choice. */
import { NSAID, type Nsaid } from '../../program/answers/nsaid.ts';
import { type Fields, readFields } from './fields.ts';
import { type FormValues, type Read, unknownFields } from './form-values.ts';

/** The hidden field by which this form is told from the other one on its page. */
export const PAINKILLER_PART = { name: 'part', value: 'painkillers' } as const;

const FIELDS: Fields = {
  nsaid: {
    kind: 'many',
    options: NSAID,
    required: true,
    ask: 'Please tick everything that is true for you, or “none of these”.',
  },
};

/** `none` beside another item: the other item counts. */
export function readNsaid(form: FormValues): Read<readonly Nsaid[]> {
  const unknown = unknownFields(form, [PAINKILLER_PART.name, ...Object.keys(FIELDS)]);
  const { raw, errors } = readFields(form, FIELDS);
  const all = unknown === null ? errors : [unknown, ...errors];
  return all.length > 0
    ? { ok: false, errors: all, values: form }
    : { ok: true, value: raw['nsaid'] as readonly Nsaid[] };
}
