/** The check-in form of an open question: what it asks this week, and an earlier answer to it. */
import { dueFields } from '../../program/adapt/due.ts';
import { maintenanceDue } from '../../program/aftercare/maintenance.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import type { Asked, Course, Of } from '../../program/participant/state.ts';
import { openingOf } from '../../program/week/asked-week.ts';
import { currentPlan } from '../../program/week/current-plan.ts';
import type { CheckInPage, FormValues } from './page-views.ts';

/**
 * Values of an earlier answer, as the form writes them, but for the note: whoever was forwarded the mail
 * opens the page too.
 */
export function answerValues(asked: Asked): FormValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const [field, value] of Object.entries(asked.answer ?? {})) {
    if (value === null || field === 'note') continue;
    values[field] = Array.isArray(value)
      ? value.length === 0
        ? ['none']
        : value.map(String)
      : String(value);
  }
  return values;
}

/** The week that is asked about, as its plan stood: a flare reported in it still counts. */
const askedWeek = ({
  week,
  tracks,
  flared,
  sentAt,
}: Asked): Pick<Course, 'week' | 'tracks' | 'flaredAt'> => ({
  week,
  tracks,
  flaredAt: flared ? sentAt : null,
});

/** What the form of an open question shows whatever it asks: the number selected, and an earlier answer. */
const questionAsked = (asked: Asked, action: string, selected: number | null) => ({
  action,
  week: asked.week,
  selected: selected ?? asked.answer?.painAverage ?? null,
  values: answerValues(asked),
  errors: [],
  answered: asked.answer !== null,
});

/** The check-in form of the open question. */
export function checkInPage(
  person: Of<'active' | 'completed'>,
  asked: Asked,
  {
    action,
    selected,
    curriculum,
    today,
  }: {
    readonly action: string;
    readonly selected: number | null;
    readonly curriculum: Curriculum;
    readonly today: LocalDate;
  },
): CheckInPage {
  if (person.status === 'completed') return maintenancePage(person, asked, { action, selected, curriculum });
  const opening = openingOf(person.course, asked);
  const plan = currentPlan(
    person,
    { ...person.course, ...askedWeek(asked), baseline: opening.baseline },
    curriculum,
  );
  const test = (track: 'strength' | 'running'): string | null =>
    plan.gates.find((g) => g.track === track)?.test ?? null;
  return {
    ...questionAsked(asked, action, selected),
    plannedRunMinutes: plan.run.stage === 'RK' ? plan.run.longestRun : plan.run.totalRunMinutes,
    plannedSessions: asked.sessionsPlanned,
    due: dueFields(opening, curriculum, today),
    strengthTest: test('strength'),
    runTest: test('running'),
  };
}

/** The same page after graduation: no test of a next step, nothing planned by the minute. */
function maintenancePage(
  person: Of<'completed'>,
  asked: Asked,
  {
    action,
    selected,
    curriculum: { maintenance },
  }: { readonly action: string; readonly selected: number | null; readonly curriculum: Curriculum },
): CheckInPage {
  const { aftercare } = person.course;
  return {
    ...questionAsked(asked, action, selected),
    plannedRunMinutes: null,
    plannedSessions: maintenance.strengthPerWeek,
    due: aftercare === undefined ? [] : maintenanceDue(aftercare),
    strengthTest: null,
    runTest: null,
  };
}
