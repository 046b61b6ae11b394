/**
 * A lesson that is marked as sent is sent: in the plan, in a mail of its own, or dropped with a reason,
 * however the week came to open.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import type { Participant } from '../../../program/participant/state.ts';
import { lessonAt } from '../../../program/plan/lessons.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { PERSONA_NAMES, playedPersona } from '../../support/personas.ts';
import { DILIGENT, TO_GRADUATION } from '../support/diligent.ts';
import { intakeArb, longMovesArb, movesArb, walk } from '../support/walk.ts';

const curriculum = theCurriculum();
const seed = Number(process.env['LIVES_SEED'] ?? 20260302);

interface Done {
  readonly before: Participant | null;
  readonly events: readonly ParticipantEvent[];
  readonly after: Participant;
}
type Opening = { readonly type: string; readonly week: number; readonly lessons: readonly string[] };

/** The week that a fact opens, with its lessons; null for every other fact. */
function openingOf(e: ParticipantEvent, before: Participant | null): Opening | null {
  switch (e.type) {
    case 'Enrolled':
      return { type: e.type, week: 1, lessons: e.lessons };
    case 'Cleared':
      return e.course === null ? null : { type: e.type, ...e.course };
    case 'Progressed':
    case 'Held':
    case 'Regressed':
    case 'WeekUnanswered':
    case 'Relapsed': {
      const again = before !== null && 'course' in before && before.course?.week === e.week;
      return again ? null : { type: e.type, week: e.week, lessons: e.lessons };
    }
    default:
      return null;
  }
}

/**
 * What became of the second lesson of every week that opened. `lost` = marked as sent, and neither owed nor
 * folded into the plan.
 */
function fates(log: readonly Done[]): readonly { readonly type: string; readonly fate: string }[] {
  return log.flatMap(({ before, events, after }) =>
    events.flatMap((e) => {
      const opening = openingOf(e, before);
      if (opening === null || after.status === 'erased') return [];
      const { type, week, lessons } = opening;
      if (lessonAt(lessons, week, 2) === null) return [{ type, fate: 'none left' }];
      if (after.rhythm === 'lighter') return [{ type, fate: 'in the plan' }];
      const owed = events.some(
        (m) => m.type === 'MailsOwed' && m.mails.some((mail) => mail.kind === 'lesson' && mail.week === week),
      );
      return [{ type, fate: owed ? 'owed' : 'lost' }];
    }),
  );
}
const lostOf = (log: readonly Done[]) => fates(log).filter(({ fate }) => fate === 'lost');

describe('the second lesson of a week', () => {
  test.each(PERSONA_NAMES)('%s loses none', (name) => {
    const { steps } = playedPersona(name);
    const commands = steps.flatMap((step, n) =>
      step.type === 'command'
        ? [{ before: steps[n - 1]?.state ?? null, events: step.events, after: step.state }]
        : [],
    );
    expect(lostOf(commands)).toEqual([]);
  });

  test('is owed in every way a week can open, over random lives', () => {
    const lives = [
      ...fc
        .sample(fc.tuple(intakeArb, movesArb), { numRuns: 60, seed })
        .map(([intake, moves]) => walk(curriculum, intake, moves)),
      ...fc
        .sample(longMovesArb, { numRuns: 20, seed })
        .map((moves) => walk(curriculum, DILIGENT, [...TO_GRADUATION, ...moves])),
    ];
    const all = lives.flatMap(fates);
    expect(all.filter(({ fate }) => fate === 'lost')).toEqual([]);
    const owed = new Set(all.filter(({ fate }) => fate === 'owed').map(({ type }) => type));
    expect([...owed].sort()).toEqual(
      expect.arrayContaining(['Cleared', 'Enrolled', 'Held', 'Regressed', 'Relapsed', 'WeekUnanswered']),
    );
  });

  test('that was owed leaves, or is dropped with a reason', () => {
    const lives = fc
      .sample(fc.tuple(intakeArb, movesArb), { numRuns: 40, seed: seed + 1 })
      .map(([intake, moves]) => walk(curriculum, intake, moves));
    for (const log of lives) {
      const events = log.flatMap((h) => h.events);
      const owed = events.flatMap((e) =>
        e.type === 'MailsOwed' ? e.mails.filter((m) => m.kind === 'lesson').map((m) => m.occasion) : [],
      );
      const last = log.at(-1)?.after;
      // Leaving and erasing drop everything by themselves.
      if (last === undefined || last.status === 'left' || last.status === 'erased') continue;
      const settled = new Set([
        ...events.flatMap((e) => (e.type === 'MailClaimed' ? [e.mail.occasion] : [])),
        ...events.flatMap((e) => (e.type === 'MailsDropped' && e.why !== '' ? e.occasions : [])),
        ...last.owed.map((m) => m.occasion),
      ]);
      expect(owed.filter((occasion) => !settled.has(occasion))).toEqual([]);
    }
  });
});
