/**
 * A long form asked one thing a page. What was answered travels in hidden fields; nothing is kept in between.
 * `step` names the page that was sent, `seen` the furthest one before it, `back` the one to go back to. A
 * form with everything at once is read as if every page had been sent.
 */

import type { Field } from './fields.ts';
import { type FieldRead, readField } from './fields.ts';
import { type FormValues, isPosted, listOf, textsOf } from './form-values.ts';

export interface Step<Id extends string> {
  readonly id: Id;
  /** Pages of one part are answered together by whoever sends more than the page asked. */
  readonly part: number;
  readonly fields: readonly string[];
  /** Of a list asked over several pages: the lines of this one. Its field stands alone in `fields`. */
  readonly lines?: readonly string[];
  /** Is the page asked of somebody who answered so? Absent = of everybody. */
  readonly applies?: (form: FormValues) => boolean;
}
export type Steps<Id extends string> = readonly Step<Id>[];

/** Hidden fields of ours. */
export const STEP_FIELDS = ['step', 'seen', 'back'] as const;

/** How far a form has come: the page sent and the furthest answered, as places in the list; −1 = none. */
export interface Trail {
  readonly at: number;
  readonly reach: number;
}
export function trailOf<Id extends string>(steps: Steps<Id>, form: FormValues): Trail {
  const placeOf = (field: 'step' | 'seen'): number =>
    Math.max(-1, ...textsOf(form, field).map((id) => steps.findIndex((step) => step.id === id)));
  const at = placeOf('step');
  return { at, reach: Math.max(at, placeOf('seen')) };
}

/** The page that somebody wants to go back to. */
export const wantsBack = <Id extends string>(steps: Steps<Id>, form: FormValues): Step<Id> | null =>
  steps.find(({ id }) => textsOf(form, 'back').includes(id)) ?? null;

/** First and last place of the pages that share a list. */
const span = <Id extends string>(steps: Steps<Id>, field: string): readonly [number, number] => {
  const places = steps.flatMap((step, at) => (step.lines && step.fields[0] === field ? [at] : []));
  return [places[0] ?? -1, places.at(-1) ?? -1];
};

/**
 * Was the page sent, or is it answered by what was sent beyond the page asked? A list counts as answered
 * that way only when none of its pages was sent yet: "none" to the first of them says nothing of the others.
 */
export function isAnswered<Id extends string>(
  steps: Steps<Id>,
  form: FormValues,
  place: number,
  { reach }: Trail,
): boolean {
  if (place <= reach || (reach < 0 && steps[place]?.part === steps[0]?.part)) return true;
  const step = steps[place] as Step<Id>;
  const [name] = step.fields;
  if (step.lines !== undefined && name !== undefined)
    return reach < span(steps, name)[0] && isPosted(form, name);
  return steps.some(
    ({ part, fields }, at) =>
      at > reach && part === step.part && fields.some((field) => isPosted(form, field)),
  );
}

/** Ticks of this page that came together with "none": they count. */
export const ticksBesideNone = <Id extends string>(step: Step<Id>, form: FormValues): readonly string[] => {
  const chosen = listOf(form, step.fields[0] ?? '');
  return chosen.includes('none') ? (step.lines ?? []).filter((line) => chosen.includes(line)) : [];
};

/**
 * The list of one page. On the page itself a line of it or "none" has to be chosen; between its pages the
 * ticks so far are enough.
 */
export function readLines<Id extends string>(
  steps: Steps<Id>,
  form: FormValues,
  { place, trail, field }: { readonly place: number; readonly trail: Trail; readonly field: Field },
): FieldRead {
  const { lines = [], fields } = steps[place] as Step<Id>;
  const name = fields[0] ?? '';
  const chosen = listOf(form, name);
  if (place === trail.at && !chosen.some((one) => one === 'none' || lines.includes(one)))
    return { message: field.ask };
  const [first, last] = span(steps, name);
  const between = trail.reach >= first && trail.reach < last;
  return readField(form, name, between && field.kind === 'many' ? { ...field, required: false } : field);
}

/** The answers that a page carries besides its own, by name. `reach` = the furthest page answered. */
export function carriedBy<Id extends string>(
  steps: Steps<Id>,
  values: FormValues,
  own: Step<Id> | null,
  reach: number,
): Readonly<Record<string, string>> {
  const carried: Record<string, string> = {};
  for (const { fields, lines } of steps) {
    for (const name of fields) {
      const isList = lines !== undefined;
      if (!isList && own?.fields.includes(name)) continue;
      const text = isList ? ticks(steps, values, name, { own, reach }) : listOf(values, name).join(',');
      if (text !== '') carried[name] = text;
    }
  }
  return carried;
}

/** The ticks of the other pages of a list; "none" only where every one of them was sent. */
function ticks<Id extends string>(
  steps: Steps<Id>,
  values: FormValues,
  name: string,
  { own, reach }: { readonly own: Step<Id> | null; readonly reach: number },
): string {
  const chosen = listOf(values, name);
  const known = steps.flatMap(({ fields, lines }) => (fields[0] === name ? (lines ?? []) : []));
  const isOwn = own?.fields[0] === name;
  const others = known.filter((line) => chosen.includes(line) && !(isOwn && own?.lines?.includes(line)));
  const [first, last] = span(steps, name);
  const whole = !isOwn && !(reach >= first && reach < last);
  return others.length === 0 && whole && chosen.includes('none') ? 'none' : others.join(',');
}

/** The page before, of those that are asked; null on the first. */
export const stepBefore = <Id extends string>(
  steps: Steps<Id>,
  values: FormValues,
  id: Id,
): Step<Id> | null =>
  steps
    .slice(
      0,
      steps.findIndex((step) => step.id === id),
    )
    .findLast(({ applies }) => applies?.(values) ?? true) ?? null;

/** "Step 3 of 16", counting the pages that are asked. */
export function progressOf<Id extends string>(
  steps: Steps<Id>,
  values: FormValues,
  id: Id,
): { readonly at: number; readonly of: number } {
  const asked = steps.filter((step) => step.id === id || (step.applies?.(values) ?? true));
  return { at: asked.findIndex((step) => step.id === id) + 1, of: asked.length };
}
