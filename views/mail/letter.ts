/**
 * A letter worth keeping (BC-7): the first jog, half an hour, both legs nearly even, six months. All of it is
 * the person's own, up to the check-in that it follows; it brings no load.
 */
import { dateInWords, dayAndMonth, localDate } from '../../program/calendar.ts';
import { type Letter, SYMMETRY_PERCENT } from '../../program/course/letters.ts';
import type { WeekDigest } from '../../program/course/types.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { fill } from '../../program/curriculum/words.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { About } from '../../program/participant/occasion.ts';
import type { Course, Of, Person } from '../../program/participant/state.ts';
import { goalOf } from '../plan/boxes.ts';
import { raisesOf } from '../plan/standing.ts';
import { painByWeek } from '../words/safety.ts';
import { minutesOf } from './graduation.ts';
import type { LetterView } from './views.ts';

interface Request {
  readonly person: Person;
  readonly about?: About | undefined;
  readonly curriculum: Curriculum;
  readonly links: { readonly me: string };
}
type OnLetter = Of<'active' | 'completed'>;

/** Throws for a mail that names no letter, or for somebody who is on no course. */
export function letterBody({ person, about, curriculum, links }: Request): LetterView {
  assert(about?.of === 'letter', 'a letter knows what it is about');
  assert(person.status === 'active' || person.status === 'completed', 'a letter is for a running course');
  const { letter } = about;
  const { letters } = curriculum.messages;
  const { title, subject, meaning, next } = letters[letter];
  const { course } = person;
  return {
    kind: 'milestone',
    letter,
    title,
    subject,
    told: fill(letters[letter].told, toldOf(letter, person)),
    meaning: fill(meaning, { needed: SYMMETRY_PERCENT }),
    next,
    numbers: numbersOf(person, curriculum),
    painByWeek: painByWeek(course),
    raises: raisesOf(course),
    goal: goalOf(person, curriculum),
    unchanged: person.status === 'active' ? letters.unchanged : letters.after,
    meUrl: links.me,
  };
}

/** What the letter says of the check-in that it follows. */
function toldOf(letter: Letter, { course, timeZone }: OnLetter): Readonly<Record<string, string | number>> {
  const { history, openedAt, startedAt, asked } = course;
  const opened = localDate(openedAt, timeZone);
  const day = (digest: WeekDigest | undefined): string => dateInWords(digest?.on ?? opened);
  const last = history.at(-1);
  switch (letter) {
    case 'first-jog':
    case 'thirty-minutes':
      return { on: day(last), worst: last?.worst ?? 0, minutes: last?.longestRun ?? 0 };
    case 'symmetry': {
      const counted = history.findLast(({ raises }) => raises !== null);
      const { sore, other } = counted?.raises ?? { sore: 0, other: 0 };
      const percent = other === 0 ? 0 : Math.floor((sore * 100) / other);
      return { on: day(counted), sore, other, percent };
    }
    case 'month-six':
      return {
        from: dayAndMonth(localDate(startedAt, timeZone)),
        on: dateInWords(asked === null ? opened : localDate(asked.sentAt, timeZone)),
      };
  }
}

/** From the first to the last, as far as each was told. */
function numbersOf(person: OnLetter, { messages }: Curriculum): readonly string[] {
  const { numbers } = messages.letters;
  const { course, timeZone } = person;
  const { baseline, history, tracks, startedAt } = course;
  const averages = history.flatMap(({ average }) => (average === null ? [] : [average]));
  // After graduation the last answer is no week of the course any more.
  const last = person.status === 'completed' ? course.asked?.answer?.painAverage : averages.at(-1);
  const began = dayAndMonth(localDate(startedAt, timeZone));
  return [
    fill(numbers.began, { from: began, answered: averages.length }),
    ...(last === undefined ? [] : [fill(numbers.pain, { from: baseline.painAverage, to: last })]),
    fill(numbers.strength, { from: baseline.startLevel, to: tracks.level }),
    ...minutes(course, numbers),
    ...raises(course, numbers),
  ];
}

type Words = Curriculum['messages']['letters']['numbers'];
function minutes(course: Course, words: Words): readonly string[] {
  const { from, to } = minutesOf(course);
  if (to === null || to === 0 || from === null) return [];
  return [fill(from === 0 ? words.walks : words.run, { from, to })];
}
function raises({ history }: Course, words: Words): readonly string[] {
  const counts = history.flatMap((digest) => (digest.raises === null ? [] : [digest.raises]));
  const [first] = counts;
  const last = counts.at(-1);
  if (first === undefined || last === undefined) return [];
  const { sore, other } = last;
  return counts.length === 1
    ? [fill(words.raisesOnce, { sore, other })]
    : [fill(words.raises, { fromSore: first.sore, fromOther: first.other, sore, other })];
}
