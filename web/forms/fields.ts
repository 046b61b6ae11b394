/** The kinds of fields and how each is read from text: a value, nothing, or a sentence that helps. */
import { isLocalDate } from '../../program/calendar.ts';
import { type FieldError, type FormValues, listOf, quoted, textsOf } from './form-values.ts';

export type Field =
  | {
      readonly kind: 'one';
      readonly options: readonly string[];
      readonly ask: string;
      readonly required?: boolean;
    }
  /** Several of the options or `none`; `none` beside another value counts as that other value. */
  | {
      readonly kind: 'many';
      readonly options: readonly string[];
      readonly ask: string;
      readonly required?: boolean;
    }
  | {
      readonly kind: 'whole';
      readonly min: number;
      readonly max: number;
      readonly ask: string;
      readonly required?: boolean;
    }
  | {
      readonly kind: 'date';
      readonly from: string;
      readonly to: string;
      readonly ask: string;
      readonly outside: string;
      readonly required?: boolean;
    }
  | { readonly kind: 'tick'; readonly ask: string; readonly required?: boolean }
  /** `lines`: a note of several lines; otherwise one line without control characters. */
  | {
      readonly kind: 'text';
      readonly max: number;
      readonly ask: string;
      readonly lines?: boolean;
      readonly required?: boolean;
    };
export type Fields = Readonly<Record<string, Field>>;

/** The number that the intake and every check-in need. */
export const PAIN_AVERAGE: Field = {
  kind: 'whole',
  min: 0,
  max: 10,
  ask: 'Please choose a number from 0 to 10 for the pain on average.',
  required: true,
};

/** What a field said: `value` null when it said nothing. */
export type FieldRead =
  | { readonly value: string | number | boolean | readonly string[] | null }
  | { readonly message: string };

const wholeNumber = (text: string, field: Extract<Field, { kind: 'whole' }>): FieldRead => {
  const digits = text.replace(/^[+]/, '').replace(/^[−–]/, '-');
  if (!/^-?\d{1,6}$/.test(digits)) {
    return {
      message: `Please give a whole number from ${field.min} to ${field.max}, in digits. We could not read ${quoted(text)}.`,
    };
  }
  const value = Number(digits) + 0;
  if (value < field.min || value > field.max)
    return { message: `Please give a number from ${field.min} to ${field.max}; ${quoted(text)} is outside.` };
  return { value: value === 0 ? 0 : value };
};

const localDate = (text: string, field: Extract<Field, { kind: 'date' }>): FieldRead => {
  if (!isLocalDate(text))
    return {
      message: `Please give a date that exists, as year-month-day, for example 2026-03-09. We could not read ${quoted(text)}.`,
    };
  return text < field.from || text > field.to ? { message: field.outside } : { value: text };
};

const several = (form: FormValues, name: string, field: Extract<Field, { kind: 'many' }>): FieldRead => {
  const chosen = listOf(form, name);
  const foreign = chosen.find((text) => text !== 'none' && !field.options.includes(text));
  if (foreign !== undefined) return { message: `${quoted(foreign)} is not one of the choices. ${field.ask}` };
  if (chosen.length === 0) return field.required ? { message: field.ask } : { value: null };
  return { value: field.options.filter((option) => chosen.includes(option)) };
};

/**
 * Reads one field. Two different values where one is asked for are refused: we cannot know which was meant.
 */
export function readField(form: FormValues, name: string, field: Field): FieldRead {
  if (field.kind === 'many') return several(form, name, field);
  const texts = textsOf(form, name);
  if (texts.length > 1)
    return {
      message: `There were two different answers here (${texts.slice(0, 2).map(quoted).join(' and ')}). Please give one.`,
    };
  const text = texts[0];
  if (text === undefined) return field.required ? { message: field.ask } : { value: null };
  switch (field.kind) {
    case 'one': {
      // A "+" that was not encoded arrives as a space: `3+` and `70+` are still understood.
      const option = [text, `${text}+`].find((candidate) => field.options.includes(candidate));
      return option === undefined
        ? { message: `${quoted(text)} is not one of the choices. ${field.ask}` }
        : { value: option };
    }
    case 'whole':
      return wholeNumber(text, field);
    case 'date':
      return localDate(text, field);
    case 'tick':
      return text === 'yes' ? { value: true } : { message: field.ask };
    case 'text': {
      if (!field.lines && /\p{Cc}/u.test(text))
        return { message: 'Please write this on one line, with ordinary characters only.' };
      const clean = tidyText(text);
      return clean.length <= field.max
        ? { value: clean }
        : { message: `Please keep this to ${field.max} characters; it has ${clean.length}.` };
    }
  }
}

/**
 * Line ends as one character, no control characters (they have no place in a note and could hide text from a
 * reader).
 */
const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

export interface FieldsRead {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}

/** Reads a group of fields, in the order of the page. Missing optional ones are left out of `raw`. */
export function readFields(form: FormValues, fields: Fields): FieldsRead {
  const raw: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const read = readField(form, name, field);
    if ('message' in read) errors.push({ field: name, message: read.message });
    else if (read.value !== null) raw[name] = read.value;
  }
  return { raw, errors };
}
