/**
 * A participant as three items, so that a mail that leaves rewrites none but the smallest
 * (docs/architecture.md §6): HEAD has what mails and alarms move, COURSE the course and the stop, PERSON the
 * address, the consents and the person's own words. Unknown fields go to HEAD.
 */
import type { Person } from '../../../../program/participant/state.ts';

type Fields = Readonly<Record<string, unknown>>;
export interface Parts {
  readonly head: Fields;
  /** Null while there is neither a course nor a stop. */
  readonly course: Fields | null;
  readonly person: Fields;
}
const IN_PERSON: ReadonlySet<string> = new Set([
  'createdAt',
  'email',
  'firstName',
  'country',
  'locale',
  'units',
  'consents',
  'fresh',
  'aboutRunning',
  'shoes',
  'looks',
]);
const IN_COURSE: ReadonlySet<string> = new Set(['course', 'stop', 'cleared']);
/** Of the course, what each plan and decision that leaves or comes back moves. */
const HOT: ReadonlySet<string> = new Set(['planOut', 'decisionsSent']);

const pick = (value: Fields, wanted: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(value).filter(([name]) => wanted(name)));

/** Undefined fields are left out, as in JSON. */
export function split(person: Person): Parts {
  const all = person as Fields;
  const { course, ...around } = pick(all, (name) => IN_COURSE.has(name));
  const whole = course === undefined || course === null ? null : (course as Fields);
  const hot = whole === null ? {} : { course: pick(whole, (name) => HOT.has(name)) };
  const cold = whole === null ? around : { ...around, course: pick(whole, (name) => !HOT.has(name)) };
  // "No course" is a value of its own in somebody stopped at the intake.
  const kept = course === null ? { ...cold, course: null } : cold;
  return {
    head: { ...pick(all, (name) => !IN_PERSON.has(name) && !IN_COURSE.has(name)), ...hot },
    course: Object.keys(kept).length === 0 ? null : kept,
    person: pick(all, (name) => IN_PERSON.has(name)),
  };
}

/** The fields of a participant again, in no order; the schema says whether they are one. */
export function joined({ head, course, person }: Parts): Fields {
  const { course: hot, ...rest } = head;
  if (hot === undefined) return { ...rest, ...person, ...course };
  return { ...rest, ...person, ...course, course: { ...(course?.['course'] as Fields), ...(hot as Fields) } };
}
