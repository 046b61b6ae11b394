/** Reading the shoe check (docs/contract.md §2, `/shoes`; docs/clinical-rules.md §5.6). */
import {
  ARCHES,
  DROP_CHANGES,
  SHOE_SITES,
  type ShoeAnswers,
  shoeAnswers,
  YES_NO_UNSURE,
} from '../../program/answers/shoes.ts';
import { type Field, type Fields, readFields } from './fields.ts';
import { type FormValues, type Read, shown, textsOf, unknownFields } from './form-values.ts';

const yesNo: Field = { kind: 'one', options: YES_NO_UNSURE, ask: 'Please choose yes, no or not sure.' };
const wholeMillimetres = (max: number): Field => ({
  kind: 'whole',
  min: 0,
  max,
  ask: 'Please give whole millimetres.',
});

const SHOES: Fields = {
  gapMm: wholeMillimetres(20),
  nails: yesNo,
  sides: yesNo,
  heelSlip: yesNo,
  numbTop: yesNo,
  sizesDiffer: yesNo,
  measuredLate: yesNo,
  socks: yesNo,
  comfort: { kind: 'whole', min: 0, max: 10, ask: 'Please choose a number from 0 to 10.' },
  miles: { kind: 'whole', min: 0, max: 5000, ask: 'Please give the miles.' },
  worn: yesNo,
  dueNew: yesNo,
  pairs: { kind: 'whole', min: 1, max: 9, ask: 'Please choose how many pairs.' },
  dropNow: wholeMillimetres(30),
  minimal: yesNo,
  dropChange8wk: { kind: 'one', options: DROP_CHANGES, ask: 'Please choose lower, the same or higher.' },
  painAfterChange: yesNo,
  arch: { kind: 'one', options: ARCHES, ask: 'Please choose what your arch is like.' },
  orthotics: yesNo,
};
/** Known from the intake, so the page does not ask again; taken when they come (docs/contract.md §2.1). */
const KNOWN_BEFORE: Fields = {
  site: { kind: 'one', options: SHOE_SITES, ask: 'Please choose calf, tendon or heel bone.' },
  runsRegularly: yesNo,
};
const ALL: Fields = { ...SHOES, ...KNOWN_BEFORE };

/** Every visible field, in the order of the page. */
export const SHOE_FIELDS: readonly string[] = Object.keys(SHOES);

const KM_PER_MILE = 1.609344;

/** `600 km` as miles, `300 miles` as a number; anything else as it was typed. */
function inMiles(form: FormValues): FormValues {
  const texts = textsOf(form, 'miles');
  const [, digits, unit] = /^(\d{1,5}) ?(km|mi|miles?)$/i.exec(texts[0] ?? '') ?? [];
  if (digits === undefined || unit === undefined || texts.length > 1) return form;
  return {
    ...form,
    miles: String(unit.toLowerCase() === 'km' ? Math.round(Number(digits) / KM_PER_MILE) : Number(digits)),
  };
}

/**
 * Reads the shoe check. Nothing is required: what was left open is null, and no rule that would need it
 * fires. Unknown fields are refused.
 */
export function readShoes(form: FormValues): Read<ShoeAnswers> {
  const unknown = unknownFields(form, Object.keys(ALL));
  const { raw, errors } = readFields(inMiles(form), ALL);
  const all = unknown === null ? errors : [unknown, ...errors];
  return all.length > 0
    ? { ok: false, errors: all, values: form }
    : { ok: true, value: shoeAnswers.parse(raw) };
}

/** Earlier answers, for the form to show again. */
export const shoeValues = (answers: ShoeAnswers): FormValues =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  );

/** Was anything told at all? */
export const toldNothing = (answers: ShoeAnswers): boolean =>
  SHOE_FIELDS.every((name) => shown(shoeValues(answers), name) === '');
