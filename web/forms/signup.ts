/**
 * Reading the sign-up form. Unknown fields are ignored here and nowhere else: bots fill them
 * (docs/contract.md §2).
 */
import { typedName } from '../../views/words/typed-words.ts';
import { COUNTRIES, countryDefaults } from '../countries.ts';
import { type Fields, readFields } from './fields.ts';
import { type FieldError, type FormValues, quoted, type Read, textsOf } from './form-values.ts';
import { type AddressContext, addressFault, MAX_EMAIL, travelling } from './mail-address.ts';
import { type Rhythm, readRhythm } from './rhythm.ts';

/** A field nobody sees: filled means a robot; the answer is the same as for everybody. */
export const HONEYPOT = 'website';

export interface Signup extends Rhythm {
  readonly email: string;
  readonly firstName: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The hidden field was filled: answer as always, keep nothing. */
  readonly trapped: boolean;
}

const NAME = /^[\p{L}\p{M} '’.-]+$/u;

const SIGNUP: Fields = {
  email: {
    kind: 'text',
    max: MAX_EMAIL,
    ask: 'Please give the email address your plans should go to.',
    required: true,
  },
  firstName: { kind: 'text', max: 40, ask: 'Please give a first name, or leave it empty.' },
  country: {
    kind: 'text',
    max: 2,
    ask: 'Please choose your country; it decides the emergency number we print.',
    required: true,
  },
  adult: {
    kind: 'tick',
    ask: 'Please tick that you are 18 or older. The programme is for adults only.',
    required: true,
  },
  consentEmail: {
    kind: 'tick',
    ask: 'Please tick that we may send you the programme by email; it has no other way to reach you.',
    required: true,
  },
};

/** Nothing that a mail program would make a link of (docs/architecture.md §9.5). */
const isName = (text: string): boolean =>
  NAME.test(text) && !/\.\p{L}/u.test(text) && typedName(text) === text.trim();

/** Reads a sign-up; what was not asked takes the defaults of the country. */
export function readSignup(form: FormValues, context: AddressContext): Read<Signup> {
  const { raw, errors } = readFields(form, SIGNUP);
  const rhythm = readRhythm(form);
  const email = typeof raw['email'] === 'string' ? travelling(raw['email']) : '';
  const firstName = typeof raw['firstName'] === 'string' ? raw['firstName'] : null;
  const country = typeof raw['country'] === 'string' ? raw['country'].toUpperCase() : '';
  const all: FieldError[] = [...errors, ...rhythm.errors];
  const fault = email === '' ? null : addressFault(email, context);
  if (fault !== null) all.push({ field: 'email', message: fault });
  if (firstName !== null && !isName(firstName))
    all.push({
      field: 'firstName',
      message: 'Please write the first name with letters, spaces, hyphens and apostrophes only.',
    });
  if (country !== '' && !COUNTRIES.some(([code]) => code === country))
    all.push({
      field: 'country',
      message: `${quoted(country)} is not a country code we know. Please choose from the list.`,
    });
  if (all.length > 0) return { ok: false, errors: inOrder(all), values: form };
  const trapped = textsOf(form, HONEYPOT).length > 0;
  return {
    ok: true,
    value: { email, firstName, country, ...countryDefaults(country), ...rhythm.raw, trapped },
  };
}

const ORDER: readonly string[] = Object.keys(SIGNUP);
/** The summary follows the page. */
const inOrder = (errors: readonly FieldError[]): readonly FieldError[] =>
  [...errors].sort((a, b) => ((ORDER.indexOf(a.field) + 99) % 99) - ((ORDER.indexOf(b.field) + 99) % 99));
