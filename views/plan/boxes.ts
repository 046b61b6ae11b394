/**
 * Short boxes of a plan beside its exercises: a change of exercise, ice and heat, toe room, the two optional
 * pages, the person's own plan, a tip after a week of few sessions, shoe advice.
 */
import { localDate } from '../../program/calendar.ts';
import { exerciseOf } from '../../program/curriculum/lookup.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { fill } from '../../program/curriculum/words.ts';
import { daysBetween } from '../../program/kernel/time.ts';
import type { Course, Person } from '../../program/participant/state.ts';
import { heelBoneCalm, limitsOf } from '../../program/plan/limits.ts';
import { variationsOf } from '../../program/plan/variation.ts';
import { shoeDistances } from '../../program/shoe-fit/advice-text.ts';
import { isSteady } from '../../program/week/steady.ts';
import type { OwnWords, PlanBox, PlanView } from '../mail/views.ts';
import { shoeAdviceOfWeek } from '../words/shoes.ts';
import { typedWords } from '../words/typed-words.ts';
import { missedTip, tipText } from './missed-tip.ts';

/** Links of the optional pages and of the open question; null where a plan is shown without any. */
export interface OptionalLinks {
  readonly running: string;
  readonly shoes: string;
  /** The question that is open now, whatever the week of the mail; null = none. */
  readonly openCheckIn: string | null;
  /** The sessions of the plan's own week. */
  readonly session: string;
}
interface Boxed {
  readonly kind: PlanView['kind'];
  readonly person: Person;
  readonly course: Course;
  readonly curriculum: Curriculum;
  readonly links: OptionalLinks | null;
}

/** Days after an onset in which the ice and heat box is of use (docs/clinical-rules.md §9.8). */
const ICE_DAYS = 7;

/**
 * Ice and heat within seven days of the onset, and one line on toe room: first week only
 * (docs/clinical-rules.md §9.8).
 */
function firstWeek({ person, course, curriculum }: Boxed): readonly PlanBox[] {
  if (course.week !== 1) return [];
  const { iceAndHeat, toeRoom } = curriculum.messages;
  const onset = course.baseline.suddenOnset;
  const recent =
    onset !== null && daysBetween(onset, localDate(course.openedAt, person.timeZone)) <= ICE_DAYS;
  const ice = recent ? [{ title: iceAndHeat.title, text: iceAndHeat.lines.join(' ') }] : [];
  return [...ice, { title: 'One look at your shoes', text: toeRoom }];
}

/** The optional page about their running, once, in the first mail (docs/contract.md §2). */
function aboutRunning({ kind, person, curriculum, links }: Boxed): readonly PlanBox[] {
  if (kind !== 'start' || links === null || person.aboutRunning !== undefined) return [];
  const { title, text, link } = curriculum.messages.aboutRunning;
  return [{ title, text, link: { label: link, url: links.running } }];
}

/** BC-1: the person's own when-then plan, word for word but for links and numbers; empty = none told. */
export function ownPlan(person: Person, curriculum: Curriculum): readonly OwnWords[] {
  const { when, ifMissed } = curriculum.messages.ownPlan;
  const said = [
    { label: when, words: person.aboutRunning?.planWhen ?? null },
    { label: ifMissed, words: person.aboutRunning?.planIfMissed ?? null },
  ];
  return said.flatMap(({ label, words }) => {
    const typed = words === null ? null : typedWords(words);
    return typed === null ? [] : [{ label, words: typed }];
  });
}

/**
 * The person's own plan; after a week of few sessions a tip (BC-5), which then carries the plan where it
 * speaks of it.
 */
function ownWords({ kind, person, course, curriculum, links }: Boxed): readonly PlanBox[] {
  const own = ownPlan(person, curriculum);
  const { title, link } = curriculum.messages.missedTips;
  const tip = kind === 'start' ? null : missedTip(person, course);
  const box = tip === null ? [] : [{ title, text: tipText(tip, curriculum) }];
  if (tip === 'ownPlan') return box.map((words) => ({ ...words, own }));
  const made = own.length === 0 ? [] : [{ title: curriculum.messages.ownPlan.title, text: '', own }];
  const makes = tip === 'makePlan' && links !== null ? { link: { label: link, url: links.running } } : {};
  return [...made, ...box.map((words) => ({ ...words, ...makes }))];
}

/**
 * What the last shoe check said, in the one plan that follows it; else the check or its repeat in the weeks
 * of the curriculum (docs/clinical-rules.md §9.8: 2 and 8).
 */
function shoes({ kind, person, course, curriculum, links }: Boxed): readonly PlanBox[] {
  if (kind === 'decision') return [];
  const { shoeAdvice, shoeCheck, shoeAgain } = curriculum.messages;
  const again = (label: string) => (links === null ? {} : { link: { label, url: links.shoes } });
  const advice = shoeAdviceOfWeek(person, course, curriculum);
  if (advice.length > 0)
    return [
      {
        title: shoeAdvice.title,
        text: shoeAdvice.text,
        items: advice.map((a) => a.short),
        ...again(shoeAdvice.link),
      },
    ];
  const told = person.shoes;
  if (
    links === null ||
    !curriculum.shoes.weeks.includes(course.week) ||
    (told !== undefined && told.week + 1 >= course.week)
  )
    return [];
  if (told === undefined) return [{ title: shoeCheck.title, text: shoeCheck.text, ...again(shoeCheck.link) }];
  const { planFromMiles, replaceFromMiles } = curriculum.shoes.wear;
  const { miles } = told.answers;
  const run =
    miles === null
      ? ''
      : fill(
          shoeAgain.miles,
          shoeDistances({ miles, from: planFromMiles, to: replaceFromMiles }, person.units),
        );
  return [
    {
      title: shoeAgain.title,
      text: [run, shoeAgain.text].filter((part) => part !== '').join(' '),
      ...again(shoeAgain.link),
    },
  ];
}

/**
 * An exercise that takes its turn is said to be one: same load, another way (docs/clinical-rules.md §9.10).
 */
function variation({ kind, course, curriculum }: Boxed): readonly PlanBox[] {
  if (kind === 'decision') return [];
  const limits = limitsOf(
    course.baseline,
    course.flaredAt === null && heelBoneCalm(course.history, course.week, course.returnedWeek),
  );
  const nameOf = (id: string): string => exerciseOf(curriculum, id).name;
  const { title, text } = curriculum.messages.variation;
  return variationsOf(course.tracks, limits, isSteady(course), curriculum).map(({ from, to }) => ({
    title,
    text: fill(text, { from: nameOf(from), to: nameOf(to) }),
  }));
}

export const boxesOf = (boxed: Boxed): readonly PlanBox[] => [
  ...ownWords(boxed),
  ...variation(boxed),
  ...firstWeek(boxed),
  ...shoes(boxed),
  ...aboutRunning(boxed),
];

/** The goal sentence, word for word but for links and numbers to call; null = none was told. */
export function goalOf(person: Person, curriculum: Curriculum): OwnWords | null {
  const goal = person.aboutRunning?.goal ?? null;
  const words = goal === null ? null : typedWords(goal);
  return words === null ? null : { label: curriculum.messages.ownPlan.goal, words };
}
