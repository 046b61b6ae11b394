/** Lives as their runners read them: every mail with what stood in the plans before it and what they did. */
import fc from 'fast-check';
import { renderMail } from '../../../emails/render.ts';
import { dueFields } from '../../../program/adapt/due.ts';
import { localDate } from '../../../program/calendar.ts';
import type { WeekPlan } from '../../../program/course/plan.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { Inflight } from '../../../program/participant/mail-state.ts';
import type { Participant, Person } from '../../../program/participant/state.ts';
import { openingOf } from '../../../program/week/asked-week.ts';
import { currentPlan, movesOfPlan } from '../../../program/week/current-plan.ts';
import type { Moment } from '../../../simulate/personas/journey.ts';
import { viewOfMail } from '../../../simulate/personas/transcript.ts';
import type { MailView } from '../../../views/mail/views.ts';
import { intakeArb, movesArb, walk } from '../../program/support/walk.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';
import { playedPersonas } from '../../support/personas.ts';

export interface ReadMail {
  readonly at: string;
  readonly mail: Inflight;
  readonly person: Person;
  readonly view: MailView;
  readonly subject: string;
  readonly text: string;
  /** The plan that was followed in the week before; null = there was none. */
  readonly planBefore: WeekPlan | null;
  /**
   * Ids of every move that a plan of before has printed. Null once a mail with a plan was refused or its fate
   * stayed unknown: which of its moves the runner has read, there or on the page, nobody can tell.
   */
  readonly printed: ReadonlySet<string> | null;
  /**
   * A check-in: the tests that the plan in hand names, and those that an answer could open now. Not after a
   * break, which asks for none.
   */
  readonly tests: { readonly named: readonly string[]; readonly due: readonly string[] } | null;
  /** A plan: the runner did something in the week before it. */
  readonly acted: boolean;
}

const PLANS: readonly string[] = ['start', 'plan', 'decision'];
/** What a runner does by themselves; time and delivery reports are no acts. */
const ACTS: readonly Command['type'][] = [
  'SubmitCheckIn',
  'Choose',
  'ReportWorse',
  'ReceiveReply',
  'TellAboutRunning',
  'CheckShoes',
  'ChangeSettings',
  'Pause',
  'Resume',
  'Return',
  'RequestFresh',
];

const planOf = (state: Participant | null, curriculum: Curriculum): WeekPlan | null =>
  state?.status === 'active' ? currentPlan(state, state.course, curriculum) : null;

/** By track; runs that are their own test are counted and not asked as a test. */
function testsOf(plan: WeekPlan, state: Participant, at: string, curriculum: Curriculum): ReadMail['tests'] {
  if (state.status !== 'active') return null;
  const { course, timeZone } = state;
  const { asked } = course;
  if (asked === null) return null;
  const fields = dueFields(openingOf(course, asked), curriculum, localDate(at, timeZone));
  return {
    named: plan.gates.filter(({ runsOnly }) => runsOnly !== true).map(({ track }) => track),
    due: [
      ...(fields.includes('gateStrength') ? ['strength'] : []),
      ...(fields.includes('gateRun') ? ['running'] : []),
    ],
  };
}

/** The plan a runner has in hand: the last one mailed, or the eased one of a flare, which a page shows. */
export function readLife(moments: readonly Moment[], curriculum: Curriculum): readonly ReadMail[] {
  const read: ReadMail[] = [];
  const printed = new Set<string>();
  let inHand: WeekPlan | null = null;
  let lastWeeks: WeekPlan | null = null;
  let lastAct = -1;
  // A mail of an unknown fate is claimed again: what it prints is new to the reader still.
  const before = new Map<string, ReadonlySet<string>>();
  let unread = false;
  let shifted = false;
  for (const { at, command, events, before: was, after } of moments) {
    const done = events.some((e) => e.type !== 'MailsOwed' || command.type === 'ReceiveReply');
    if (ACTS.includes(command.type) && done && was !== null && 'course' in was && was.course !== null)
      lastAct = was.course.week;
    for (const event of events) {
      // A flare replaces the plan in hand without a plan mail; after a stop there is no plan to compare with.
      if (event.type === 'FlaredUp' && inHand !== null) {
        if (was?.status === 'active' && was.course.flaredAt === null) lastWeeks = inHand;
        inHand = planOf(after, curriculum);
        for (const { id } of inHand === null ? [] : movesOfPlan(inHand)) printed.add(id);
      }
      if (event.type === 'Cleared') [inHand, lastWeeks] = [null, null];
      if (event.type === 'MailRefused' || event.type === 'EvidenceAwaited')
        unread ||= /start|plan|decision/.test(event.occasion);
      // A plan day that moved, for mails held up or by the runner's wish, moves the tests that are due with
      // it: the page names those, and the check-in describes the one that it asks.
      if (event.type === 'WeekShifted') shifted = true;
      if (event.type !== 'MailClaimed' || after.status === 'erased') continue;
      const { mail } = event;
      const view = viewOfMail({ at, type: 'mail', mail, state: after }, curriculum);
      const { subject, text } = renderMail(view);
      const plan = PLANS.includes(mail.kind) ? planOf(after, curriculum) : null;
      if (plan !== null && inHand !== null && inHand.week !== plan.week) lastWeeks = inHand;
      const known = before.get(mail.occasion) ?? new Set(printed);
      before.set(mail.occasion, known);
      read.push({
        at,
        mail,
        person: after,
        view,
        subject,
        text,
        planBefore: lastWeeks,
        printed: unread ? null : known,
        tests:
          mail.occasion === `w${mail.week}-check-in` && inHand !== null && !shifted
            ? testsOf(inHand, after, at, curriculum)
            : null,
        acted: mail.kind === 'plan' && lastAct === mail.week - 1,
      });
      if (plan === null) continue;
      shifted = false;
      for (const { id } of movesOfPlan(plan)) printed.add(id);
      inHand = plan;
    }
  }
  return read;
}

export interface NamedLife {
  readonly name: string;
  readonly mails: readonly ReadMail[];
}
const SEED = Number(process.env['LIVES_SEED'] ?? 20260302);
let ofPersonas: readonly NamedLife[] | null = null;
let ofChance: readonly NamedLife[] | null = null;

/** Every written persona's life, read once in a worker. */
export function playedLives(): readonly NamedLife[] {
  ofPersonas ??= playedPersonas().map(({ name, moments }) => ({
    name,
    mails: readLife(moments, theCurriculum()),
  }));
  return ofPersonas;
}

/** Lives of random intakes and moves, read once in a worker; `LIVES_SEED` draws others. */
export function randomLives(): readonly NamedLife[] {
  ofChance ??= fc
    .sample(fc.tuple(intakeArb, movesArb), { numRuns: cases(160), seed: SEED })
    .map(([intake, moves], i) => ({
      name: `life ${i} of LIVES_SEED=${SEED}`,
      mails: readLife(walk(theCurriculum(), intake, moves), theCurriculum()),
    }));
  return ofChance;
}
