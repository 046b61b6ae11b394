/**
 * What the first page shows: a plan as it is sent, made by the rules of today, so that it never grows stale;
 * what is needed at home, the questions that are asked, what the programme stands on.
 */
import { shiftDate } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { LocalDate } from '../../program/kernel/time.ts';
import { planWeek } from '../../program/plan/plan-week.ts';
import { changesOf } from '../plan/changes.ts';
import { type WeekGlance, weekGlance } from '../plan/glance.ts';
import { titleOf } from '../plan/headline.ts';
import { reasonTexts } from '../words/words.ts';
import { type CalmWeek, calmCourse } from './calm-course.ts';

export interface SamplePlan {
  readonly week: number;
  readonly weeks: number;
  readonly title: string;
  /** The sentence of why, as the mail has it. */
  readonly why: string;
  readonly glance: WeekGlance;
  /** Of all its sessions together. */
  readonly minutes: number;
  readonly strengthSessions: number;
}
export interface LandingView {
  readonly sample: SamplePlan;
  /** What is needed at home, and what does instead. */
  readonly kit: readonly string[];
  /** Titles and answers of the cards in `curriculum/en/faq/`, the most asked first. */
  readonly questions: readonly { readonly title: string; readonly answer: readonly string[] }[];
  readonly evidence: {
    readonly works: number;
    readonly some: readonly {
      readonly cite: string;
      readonly supports: string;
      readonly limits: string | null;
    }[];
  };
}

/** In the middle of the course, where strength and jogging both have begun. */
const SAMPLE_WEEK = 6;
/** A Monday; the sample has names of days and no dates. */
const MONDAY: LocalDate = '2026-04-06';
const MORNING = 'T06:00:00.000Z';

function sampleOf(weeks: readonly CalmWeek[], curriculum: Curriculum): SamplePlan {
  const [before, now] = weeks.slice(SAMPLE_WEEK - 2, SAMPLE_WEEK);
  assert(before !== undefined && now !== undefined, 'the calm course has the week that is shown');
  const planOf = ({ week, tracks, baseline }: CalmWeek, previous: CalmWeek['tracks'] | null) =>
    planWeek({ week, tracks, baseline, days: 7, previous, today: MONDAY }, curriculum);
  const plan = planOf(now, before.tracks);
  const changes = changesOf(planOf(before, null), plan, curriculum);
  const glance = weekGlance(
    plan,
    { weekday: 1, hour: 7, timeZone: 'UTC' },
    {
      week: now.week,
      openedAt: `${MONDAY}${MORNING}`,
      nextPlanAt: `${shiftDate(MONDAY, 7)}${MORNING}`,
      tracks: now.tracks,
      previous: before.tracks,
      flaredAt: null,
    },
    curriculum,
  );
  const [why] = reasonTexts(curriculum, { reasons: now.reasons }, { week: now.week });
  return {
    week: now.week,
    weeks: curriculum.weeks.nominal,
    title: titleOf({ plan, changes, code: now.reasons[0]?.code }),
    why: why?.long ?? '',
    glance,
    minutes: glance.days.reduce((sum, day) => sum + day.minutes, 0),
    strengthSessions: plan.sessions,
  };
}

const KIT = 'FAQ-26';
/** How long, a race, how much pain, no step, other sports, a holiday, missed sessions, both legs. */
const ASKED = [11, 2, 28, 1, 6, 3, 13, 10, 25].map((n) => `FAQ-${String(n).padStart(2, '0')}`);
/** What the strength, the running and the feet lean on. */
const LEANS_ON = ['Beyer2015', 'Silbernagel2007', 'Frandsen2025', 'Taddei2020'] as const;

/** Without the numbers of the source article, which nobody outside knows. */
const ours = (supports: string): string =>
  `${supports.charAt(0).toUpperCase()}${supports.slice(1)}`.replace(/ \(S-[^)]*\)/, '');

/** Pure: same curriculum, same page. */
export function landingView(curriculum: Curriculum): LandingView {
  const { faq, works } = curriculum;
  const card = (id: string): LandingView['questions'] =>
    faq
      .filter((one) => one.id === id)
      .map(({ title, answer }) => ({ title, answer: answer.map((a) => a.text) }));
  return {
    sample: sampleOf(calmCourse(curriculum), curriculum),
    kit: card(KIT)[0]?.answer ?? [],
    questions: ASKED.flatMap(card),
    evidence: {
      works: works.length,
      some: LEANS_ON.flatMap((id) => works.filter((work) => work.id === id)).map(
        ({ cite, supports, limits }) => ({ cite, supports: ours(supports), limits: limits ?? null }),
      ),
    },
  };
}
