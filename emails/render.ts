/**
 * A view in, a mail out: subject, preheader, HTML in ASCII with numeric entities, written plain text. Pure;
 * one folder a kind. Refuses a view with a hole in it, or a line break where a header or one line is meant,
 * with the field's name.
 */
import type { MailView, RenderedMail } from '../views/mail/views.ts';
import { ack } from './ack/compose.ts';
import { already } from './already/compose.ts';
import { checkIn } from './check-in/compose.ts';
import { checkView } from './check-view.ts';
import { clearance } from './clearance/compose.ts';
import { closed } from './closed/compose.ts';
import { confirm } from './confirm/compose.ts';
import { decision } from './decision/compose.ts';
import { flare } from './flare/compose.ts';
import { fresh } from './fresh/compose.ts';
import { graduation } from './graduation/compose.ts';
import { lesson } from './lesson/compose.ts';
import { maintenance } from './maintenance/compose.ts';
import { milestone } from './milestone/compose.ts';
import { paused } from './paused/compose.ts';
import { plan } from './plan/compose.ts';
import { question } from './question/compose.ts';
import { reminder } from './reminder/compose.ts';
import { safety } from './safety/compose.ts';
import { silent } from './silent/compose.ts';
import { start } from './start/compose.ts';

/**
 * Renders any kind this version sends. Throws TypeError naming the field or slot when the view is incomplete.
 */
export function renderMail(view: MailView): RenderedMail {
  checkView(view);
  const { frame, body } = view;
  switch (body.kind) {
    case 'confirm':
      return confirm(frame, body);
    case 'already':
      return already(frame, body);
    case 'start':
      return start(frame, body);
    case 'plan':
      return plan(frame, body);
    case 'decision':
      return decision(frame, body);
    case 'lesson':
      return lesson(frame, body);
    case 'check-in':
      return checkIn(frame, body);
    case 'reminder':
      return reminder(frame, body);
    case 'safety':
      return safety(frame, body);
    case 'flare':
      return flare(frame, body);
    case 'fresh':
      return fresh(frame, body);
    case 'clearance':
      return clearance(frame, body);
    case 'paused':
      return paused(frame, body);
    case 'ack':
      return ack(frame, body);
    case 'question':
      return question(frame, body);
    case 'silent':
      return silent(frame, body);
    case 'milestone':
      return milestone(frame, body);
    case 'graduation':
      return graduation(frame, body);
    case 'maintenance':
      return maintenance(frame, body);
    case 'closed':
      return closed(frame, body);
    default:
      return body satisfies never;
  }
}
