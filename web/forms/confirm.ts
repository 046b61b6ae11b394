/**
 * Reading the page of a confirmation: one button says yes, the other that it was somebody else
 * (docs/contract.md §2, `/confirm`).
 */
import { type Fields, readFields } from './fields.ts';
import { type FormValues, type Read, unknownFields } from './form-values.ts';

const CONFIRM: Fields = {
  action: { kind: 'one', options: ['notMe'], ask: 'Please use one of the buttons on this page.' },
};

/** An empty form confirms. */
export function readConfirm(form: FormValues): Read<{ readonly notMe: boolean }> {
  const unknown = unknownFields(form, Object.keys(CONFIRM));
  const { raw, errors } = readFields(form, CONFIRM);
  const all = unknown === null ? errors : [unknown, ...errors];
  return all.length > 0
    ? { ok: false, errors: all, values: form }
    : { ok: true, value: { notMe: raw['action'] === 'notMe' } };
}
