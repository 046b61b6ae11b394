/** What `start`, `plan` and `decision` have in common: everything but their first lines. */
import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import type { Html } from '../escape.ts';
import { join, NOTHING } from '../escape.ts';
import { strong } from '../parts/html.ts';
import { missing, openList } from '../parts/plan-html.ts';
import { type Above, aboveOf } from './above.ts';
import { more, safety } from './below-html.ts';
import * as html from './week-html.ts';
import * as text from './week-text.ts';
import { WEEK_WORDS } from './words.ts';

/** `above` = the mail's own first lines, `below` = what it says of itself after the rule. */
export interface Lead {
  readonly above: readonly string[];
  readonly below: readonly string[];
}
/** A week with what of it finds room above the rule: fitted once, for the HTML and for the written text. */
export interface FittedWeek {
  readonly frame: MailFrame;
  readonly view: PlanView;
  readonly lead: Lead;
  readonly above: Above;
}
export const fitted = (frame: MailFrame, view: PlanView, lead: Lead): FittedWeek => ({
  frame,
  view,
  lead,
  above: aboveOf(view, lead.above),
});

type Slot =
  | 'why'
  | 'missing'
  | 'physio'
  | 'days'
  | 'sessions'
  | 'open'
  | 'door'
  | 'standing'
  | 'lesson'
  | 'safety'
  | 'more';

/** Holes of the three templates. */
export function weekSlots({ frame, view, lead, above }: FittedWeek): Readonly<Record<Slot, Html>> {
  return {
    why: join([openList(view), html.reached(above), html.why(view, above)]),
    missing: missing(view),
    physio: view.physio ? strong(WEEK_WORDS.physio) : NOTHING,
    days: html.days(view),
    sessions: html.sessions(above, frame.links.site),
    open: html.open(view),
    door: html.door(view),
    standing: html.standing(view),
    lesson: html.lessons(view, frame, above),
    safety: safety(view, frame),
    more: more(view, frame, above, lead.below),
  };
}
/** The same as written text. */
export function weekTexts({ frame, view, lead, above }: FittedWeek): readonly (string | null)[] {
  return [...text.above(view, frame, above), ...text.below(view, frame, above, lead.below)];
}
