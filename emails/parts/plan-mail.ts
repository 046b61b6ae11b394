/**
 * What `plan` and `decision` have in common, from the reasons to the next door: the same words in the same
 * order, in both parts.
 */
import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import type { Html } from '../escape.ts';
import * as html from './plan-html.ts';
import * as short from './plan-short.ts';
import * as text from './plan-text.ts';

/** Holes of both templates that are filled alike. */
export const planSlots = (view: PlanView, frame: MailFrame): Readonly<Record<Slot, Html>> => ({
  why: short.why(view),
  missing: html.missing(view),
  physio: short.physio(view, frame),
  today: short.today(view, frame.links.site),
  badDay: short.badDay(view),
  painRule: html.painRule(view),
  newMoves: short.newMoves(view, frame.links.site),
  week: short.week(view, frame.links.site),
  tests: short.door(view),
  close: short.close(view, frame.links.safety),
});
type Slot =
  | 'why'
  | 'missing'
  | 'physio'
  | 'today'
  | 'badDay'
  | 'painRule'
  | 'newMoves'
  | 'week'
  | 'tests'
  | 'close';

/** The same as written text, without the close. */
export const planTexts = (view: PlanView, frame: MailFrame): readonly (string | null)[] => [
  text.why(view),
  text.missing(view),
  text.physio(view, frame),
  text.today(view, frame.links.site),
  short.timesText(view),
  short.badDayText(view),
  text.painRule(view),
  short.newMovesText(view),
  short.weekText(view),
  short.doorText(view),
];
