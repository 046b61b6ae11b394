/** What `start`, `plan` and `decision` have in common: everything but their first lines. */
import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import type { Html } from '../escape.ts';
import { NOTHING } from '../escape.ts';
import { strong } from '../parts/html.ts';
import { missing } from '../parts/plan-html.ts';
import { aboveOf } from './above.ts';
import { more, safety } from './below-html.ts';
import * as html from './week-html.ts';
import * as text from './week-text.ts';
import { WEEK_WORDS } from './words.ts';

/** `above` = the mail's own first lines, `below` = what it says of itself after the rule. */
export interface Lead {
  readonly above: readonly string[];
  readonly below: readonly string[];
}
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
export function weekSlots(view: PlanView, frame: MailFrame, lead: Lead): Readonly<Record<Slot, Html>> {
  const above = aboveOf(view, lead.above);
  return {
    why: html.why(view, above),
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
export function weekTexts(view: PlanView, frame: MailFrame, lead: Lead): readonly (string | null)[] {
  const above = aboveOf(view, lead.above);
  return [...text.above(view, frame, above), ...text.below(view, frame, above, lead.below)];
}
