/** Reading the forms of the participant's page (docs/contract.md §2, `/me`). */

import { REQUESTS, type Requested } from '../../program/answers/requests.ts';
import { dateInWords } from '../../program/calendar.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import { type Fields, readFields } from './fields.ts';
import { type FieldError, type FormValues, type Read, unknownFields } from './form-values.ts';
import { type AddressContext, addressFault, MAX_EMAIL, travelling } from './mail-address.ts';
import { RHYTHM_FIELDS, type Rhythm, readRhythm } from './rhythm.ts';

/** Only what was in the form; the command keeps the rest. */
export interface Settings extends Partial<Rhythm> {
  readonly rhythm?: 'full' | 'lighter';
}

/** Something that needs a fresh proof of the address. */
export type Request =
  | { readonly what: Exclude<Requested, 'address'> }
  | { readonly what: 'address'; readonly email: string };

export type MeChoice =
  | { readonly action: 'pause'; readonly until: LocalDate }
  | { readonly action: 'resume' | 'easier' | 'repeat' | 'newLinks' }
  | { readonly action: 'consent'; readonly what: 'research'; readonly given: boolean }
  | { readonly action: 'consent'; readonly what: 'health'; readonly given: false }
  | ({ readonly action: 'request' } & Request)
  | { readonly action: 'settings'; readonly settings: Settings };

/** Local dates a pause may end on, first and last. */
export interface PauseContext {
  readonly pauseRange: readonly [LocalDate, LocalDate];
}

const ACTIONS = [
  'pause',
  'resume',
  'settings',
  'easier',
  'repeat',
  'newLinks',
  'consent',
  'request',
] as const;
const RHYTHM_WISH: Fields = {
  rhythm: { kind: 'one', options: ['full', 'lighter'], ask: 'Please choose the full or the lighter rhythm.' },
};
const ACTION: Fields = {
  action: {
    kind: 'one',
    options: ACTIONS,
    ask: 'Please use one of the buttons on this page.',
    required: true,
  },
};
const WHAT: Fields = {
  what: {
    kind: 'one',
    options: REQUESTS,
    ask: 'Please use one of the buttons on this page.',
    required: true,
  },
};
const EMAIL: Fields = {
  email: {
    kind: 'text',
    max: MAX_EMAIL,
    ask: 'Please give the address your mails should go to.',
    required: true,
  },
};

const failed = (
  form: FormValues,
  unknown: FieldError | null,
  errors: readonly FieldError[],
): { readonly ok: false; readonly errors: readonly FieldError[]; readonly values: FormValues } => ({
  ok: false,
  errors: unknown === null ? errors : [unknown, ...errors],
  values: form,
});

/** Settings: every field may be missing; those present must be right. */
export function readSettings(form: FormValues): Read<Settings> {
  const unknown = unknownFields(form, ['action', ...Object.keys(RHYTHM_FIELDS), 'rhythm']);
  const clock = readRhythm(form);
  const wish = readFields(form, RHYTHM_WISH);
  const errors = [...clock.errors, ...wish.errors];
  if (unknown !== null || errors.length > 0) return failed(form, unknown, errors);
  return { ok: true, value: { ...clock.raw, ...wish.raw } as Settings };
}

/** A pause: a date within the range, both ends included. */
export function readPause(form: FormValues, context: PauseContext): Read<{ readonly until: LocalDate }> {
  const unknown = unknownFields(form, ['action', 'until']);
  const [from, to] = context.pauseRange;
  const { raw, errors } = readFields(form, {
    until: {
      kind: 'date',
      from,
      to,
      required: true,
      ask: 'Please choose the day you want to come back.',
      outside: `Please choose a day from ${dateInWords(from)} to ${dateInWords(to)}.`,
    },
  });
  if (unknown !== null || errors.length > 0) return failed(form, unknown, errors);
  return { ok: true, value: { until: raw['until'] as LocalDate } };
}

/** What a fresh link is wanted for; a change of address names the new one. */
export function readRequest(form: FormValues, context: AddressContext): Read<Request> {
  const { raw, errors } = readFields(form, WHAT);
  const what = raw['what'] as Requested | undefined;
  const unknown = unknownFields(form, what === 'address' ? ['action', 'what', 'email'] : ['action', 'what']);
  if (what === undefined || unknown !== null) return failed(form, unknown, errors);
  if (what !== 'address') return { ok: true, value: { what } };
  const read = readFields(form, EMAIL);
  if (read.errors.length > 0) return failed(form, null, read.errors);
  const email = travelling(String(read.raw['email']));
  const fault = addressFault(email, context);
  return fault === null
    ? { ok: true, value: { what, email } }
    : failed(form, null, [{ field: 'email', message: fault }]);
}

const CONSENTING: Fields = {
  consentResearch: { kind: 'one', options: ['yes', 'no'], ask: 'Please tick the box to agree.' },
  consentHealth: { kind: 'one', options: ['no'], ask: 'Please use the button on this page.' },
};
const SURE: Fields = {
  sure: {
    kind: 'one',
    options: ['yes'],
    ask: 'Please tick that you want the programme to end.',
    required: true,
  },
};

/**
 * One consent at a time. Health can only be taken back here, and only with a tick that says what follows is
 * wanted.
 */
export function readConsent(form: FormValues): Read<MeChoice> {
  const { raw, errors } = readFields(form, CONSENTING);
  if (raw['consentHealth'] === 'no') {
    const unknown = unknownFields(form, ['action', 'consentHealth', 'sure']);
    const sure = readFields(form, SURE);
    if (unknown !== null || sure.errors.length > 0) return failed(form, unknown, sure.errors);
    return { ok: true, value: { action: 'consent', what: 'health', given: false } };
  }
  const unknown = unknownFields(form, ['action', ...Object.keys(CONSENTING)]);
  if (unknown !== null || errors.length > 0) return failed(form, unknown, errors);
  if (raw['consentResearch'] === undefined)
    return failed(form, null, [{ field: 'consentResearch', message: 'Please tick the box to agree.' }]);
  return {
    ok: true,
    value: { action: 'consent', what: 'research', given: raw['consentResearch'] === 'yes' },
  };
}

/** Whatever form of the page was sent. */
export function readMe(form: FormValues, context: PauseContext & AddressContext): Read<MeChoice> {
  const { raw, errors } = readFields(form, ACTION);
  if (errors.length > 0) return failed(form, null, errors);
  const action = raw['action'] as (typeof ACTIONS)[number];
  if (action === 'settings') {
    const read = readSettings(form);
    return read.ok ? { ok: true, value: { action, settings: read.value } } : read;
  }
  if (action === 'pause') {
    const read = readPause(form, context);
    return read.ok ? { ok: true, value: { action, until: read.value.until } } : read;
  }
  if (action === 'consent') return readConsent(form);
  if (action === 'request') {
    const read = readRequest(form, context);
    return read.ok ? { ok: true, value: { action, ...read.value } } : read;
  }
  const unknown = unknownFields(form, ['action']);
  return unknown === null ? { ok: true, value: { action } } : failed(form, unknown, []);
}
