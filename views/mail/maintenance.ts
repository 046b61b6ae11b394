/**
 * What a maintenance mail and the participant's page show after graduation (docs/clinical-rules.md §9.11).
 */
import { maintenanceDue, maintenanceRound } from '../../program/aftercare/maintenance.ts';
import { dayInWords } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { fill } from '../../program/curriculum/words.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { About } from '../../program/participant/occasion.ts';
import type { Of, Person } from '../../program/participant/state.ts';
import { type MaintenancePlan, maintenancePlan } from '../../program/plan/maintenance-plan.ts';
import { stopSigns } from '../words/stop-signs.ts';
import { replyLine } from './reply-mails.ts';
import type { MaintenanceView } from './views.ts';

export const currentMaintenance = ({ course }: Of<'completed'>, curriculum: Curriculum): MaintenancePlan =>
  maintenancePlan(maintenanceRound(course.aftercare?.weeks ?? 0), course, curriculum);

interface Request {
  readonly person: Person;
  readonly about?: About | undefined;
  readonly curriculum: Curriculum;
  readonly links: {
    readonly site: string;
    readonly checkIn: string;
    readonly checkInAnswer: (value: number) => string;
  };
}

export function maintenanceBody({ person, about, curriculum, links }: Request): MaintenanceView {
  assert(
    person.status === 'completed' && person.course.aftercare !== undefined,
    'maintenance is for those who graduated',
  );
  const { aftercare } = person.course;
  const asks = about?.of === 'round';
  const { strengthPerWeek, footCorePerWeek, footCoreMinutes } = curriculum.maintenance;
  const words = curriculum.messages.aftercare;
  const { last } = aftercare;
  const scale = Array.from({ length: 11 }, (_, value) => ({ value, url: links.checkInAnswer(value) }));
  const [first = '', second = '', third = ''] = curriculum.painRule.lines;
  const next = person.owed.find((m) => m.kind === 'maintenance' || m.kind === 'closed');
  const few = asks && last !== null && last.sessionsDone !== null && last.sessionsDone < strengthPerWeek;
  return {
    kind: 'maintenance',
    standing: asks ? (last === null ? 'first' : last.average === null ? 'unheard' : 'calm') : 'settled',
    lastAverage: asks ? (last?.average ?? null) : null,
    question: asks
      ? { url: links.checkIn, scale, reply: replyLine(person, person.course, curriculum) }
      : null,
    keep: currentMaintenance(person, curriculum),
    feet: fill(words.feet, { from: footCorePerWeek[0], to: footCorePerWeek[1], minutes: footCoreMinutes }),
    also: words.also.map((line) => fill(line, { percent: curriculum.spike.holdAbovePercent })),
    raises: asks && maintenanceDue(aftercare).includes('raisesSore') ? words.raises : null,
    tip: few ? curriculum.messages.fiveMinutes : null,
    painRule: [first, second, third],
    nextMorningRule: curriculum.painRule.nextMorning,
    stopSigns: stopSigns(curriculum),
    programmeUrl: `${links.site}programme#exercises`,
    next: next === undefined ? null : dayInWords(next.due, person.timeZone),
  };
}
