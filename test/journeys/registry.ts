/** What occurs in the journeys, gathered from what was decided and from every mail that was sent. */

import { localDate } from '../../program/calendar.ts';
import { FINDING_CODES, REASON_CODES, RULE_IDS } from '../../program/course/types.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { REFUSALS } from '../../program/participant/commands.ts';
import { eventSchema } from '../../program/participant/events.ts';
import { MAIL_KINDS } from '../../program/participant/mail-kinds.ts';
import { triageIntake } from '../../program/triage/triage.ts';
import type { Journey } from '../../simulate/personas/journey.ts';
import { viewOfMail } from '../../simulate/personas/transcript.ts';
import type { MailBody, PlanView } from '../../views/mail/views.ts';

export const AREAS = ['event', 'reason', 'rule', 'finding', 'refusal', 'lesson', 'exercise', 'mail'] as const;
export type Area = (typeof AREAS)[number];
export type Registry = Readonly<Record<Area, ReadonlySet<string>>>;

/** The code's own lists. */
export const listed = (curriculum: Curriculum): Registry => ({
  event: new Set(eventSchema.options.map((option) => option.shape.type.value)),
  reason: new Set(REASON_CODES),
  rule: new Set(RULE_IDS),
  finding: new Set(FINDING_CODES),
  refusal: new Set(REFUSALS),
  lesson: new Set(curriculum.lessons.map(({ id }) => id)),
  exercise: new Set(Object.keys(curriculum.exercises)),
  mail: new Set(MAIL_KINDS),
});

const movesOf = ({ plan }: PlanView): readonly string[] =>
  [
    ...plan.strength,
    ...plan.footCoreMoves,
    ...plan.stretches,
    ...plan.addOn,
    ...(plan.warmUp === null ? [] : [plan.warmUp]),
  ].map(({ id }) => id);

/** Adds what one mail shows. */
function addMail(body: MailBody, add: (area: Area, what: string) => void): void {
  add('mail', body.kind);
  if (body.kind === 'lesson') add('lesson', body.id);
  if (body.kind !== 'start' && body.kind !== 'plan' && body.kind !== 'decision') return;
  for (const id of movesOf(body)) add('exercise', id);
  for (const { id } of body.lessons) add('lesson', id);
  for (const { code } of body.reasons) add('reason', code);
}

/**
 * Everything that occurs in these journeys. A rule or a finding counts where it was decided, a reason where a
 * mail says it.
 */
export function occurring(journeys: readonly Journey[], curriculum: Curriculum): Registry {
  const found = Object.fromEntries(AREAS.map((area) => [area, new Set<string>()])) as Record<
    Area,
    Set<string>
  >;
  const add = (area: Area, what: string): void => void found[area].add(what);
  for (const { steps, events } of journeys) {
    for (const event of events) {
      add('event', event.type);
      if (event.type === 'Stopped') for (const { code } of event.stop.findings) add('finding', code);
      const digest = 'digest' in event ? event.digest : null;
      if (digest != null) add('rule', digest.rule);
      if ('explained' in event) for (const { code } of event.explained.reasons) add('reason', code);
    }
    for (const step of steps) {
      if (step.type === 'mail') addMail(viewOfMail(step, curriculum).body, add);
      else if (step.refusal !== null) add('refusal', step.refusal);
      else if (step.command.type === 'Start')
        for (const { code } of triageIntake(
          step.command.answers,
          localDate(step.at, step.command.answers.timeZone),
        ).findings)
          add('finding', code);
    }
  }
  return found;
}
