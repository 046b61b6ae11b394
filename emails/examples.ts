/** Every example by kind; a kind without one does not compile. */
import type { MailKind } from '../program/participant/mail-kinds.ts';
import { ackExamples } from './ack/examples.ts';
import { alreadyExamples } from './already/examples.ts';
import { checkInExamples } from './check-in/examples.ts';
import { clearanceExamples } from './clearance/examples.ts';
import { closedExamples } from './closed/examples.ts';
import { confirmExamples } from './confirm/examples.ts';
import { decisionExamples } from './decision/examples.ts';
import { flareExamples } from './flare/examples.ts';
import { freshExamples } from './fresh/examples.ts';
import { graduationExamples } from './graduation/examples.ts';
import { lessonExamples } from './lesson/examples.ts';
import { maintenanceExamples } from './maintenance/examples.ts';
import { milestoneExamples } from './milestone/examples.ts';
import type { Example } from './parts/examples.ts';
import { pausedExamples } from './paused/examples.ts';
import { planExamples } from './plan/examples.ts';
import { questionExamples } from './question/examples.ts';
import { reminderExamples } from './reminder/examples.ts';
import { safetyExamples } from './safety/examples.ts';
import { silentExamples } from './silent/examples.ts';
import { startExamples } from './start/examples.ts';

export const EXAMPLES: Readonly<Record<MailKind, readonly Example[]>> = {
  confirm: confirmExamples,
  already: alreadyExamples,
  start: startExamples,
  plan: planExamples,
  lesson: lessonExamples,
  'check-in': checkInExamples,
  reminder: reminderExamples,
  decision: decisionExamples,
  safety: safetyExamples,
  paused: pausedExamples,
  silent: silentExamples,
  flare: flareExamples,
  fresh: freshExamples,
  clearance: clearanceExamples,
  ack: ackExamples,
  question: questionExamples,
  milestone: milestoneExamples,
  graduation: graduationExamples,
  maintenance: maintenanceExamples,
  closed: closedExamples,
};
