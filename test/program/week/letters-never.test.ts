/** What never happens with letters, over random lives; and never more mails in a week than before. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import { localDate, shiftDate } from '../../../program/calendar.ts';
import type { Letter } from '../../../program/course/letters.ts';
import { rungOf } from '../../../program/course/tracks.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { OwedMail, Participant } from '../../../program/participant/state.ts';
import { DAY, joined, Life } from '../given.ts';
import { tell, worse } from '../support/letters.ts';

/** A life that keeps each mail with who caused it and the state it left behind. */
class Watched extends Life {
  readonly seen: { readonly mail: OwedMail; readonly at: string; readonly after: Participant }[] = [];
  override do(command: Command): this {
    const before = this.mails.length;
    const owed = this.state?.status === 'erased' ? [] : (this.state?.owed ?? []);
    super.do(command);
    for (const { occasion, at } of command.type === 'Wake' ? this.mails.slice(before) : []) {
      const mail = owed.find((m) => m.occasion === occasion);
      if (mail !== undefined && this.state !== null) this.seen.push({ mail, at, after: this.state });
    }
    return this;
  }
}
const actArb = fc.oneof(
  { weight: 12, arbitrary: fc.constant('tell' as const) },
  { weight: 1, arbitrary: fc.constantFrom('sorer', 'unsettled', 'twice', 'nothing') },
  { weight: 1, arbitrary: fc.constantFrom('easier', 'repeat', 'worse', 'pause', 'weekday', 'lighter') },
);
const lifeArb = fc.array(
  fc.record({
    act: actArb,
    hours: fc.oneof(
      { weight: 3, arbitrary: fc.constant(168) },
      { arbitrary: fc.integer({ min: 2, max: 190 }), weight: 1 },
    ),
    raises: fc.integer({ min: 12, max: 28 }),
  }),
  { minLength: 10, maxLength: 22 },
);
const COMMANDS: Readonly<Record<string, (life: Life) => Command>> = {
  easier: ({ now: at }) => ({ type: 'Choose', at, choice: 'easier' }),
  repeat: ({ now: at }) => ({ type: 'Choose', at, choice: 'repeat' }),
  worse: ({ now: at }) => worse(at, 3, []),
  pause: ({ now: at }) => ({ type: 'Pause', at, until: shiftDate(localDate(at, 'UTC'), 12) }),
  weekday: ({ now: at }) => ({ type: 'ChangeSettings', at, weekday: 4 }),
  lighter: ({ now: at }) => ({ type: 'ChangeSettings', at, rhythm: 'lighter' }),
};
const ANSWERS: Readonly<Record<string, Partial<CheckInAnswers>>> = {
  tell: {},
  twice: {},
  sorer: { painAverage: 4, painWorst: 5 },
  unsettled: { nextDay: 'worse24' },
};
const begin = joined();
function lived(
  steps: readonly { readonly act: string; readonly hours: number; readonly raises: number }[],
): Watched {
  const life = new Watched(begin.state, begin.now);
  for (const { act, hours, raises } of steps) {
    if (life.state?.status !== 'active') break;
    const over = ANSWERS[act];
    const counted = { raisesSore: raises, raisesOther: 28 - (raises % 4) };
    if (over !== undefined && life.asked() !== 0) {
      tell(life, { ...counted, ...over });
      if (act === 'twice' && life.state.status === 'active')
        tell(life.pass(90), { ...counted, painWorst: 2 });
    }
    const command = COMMANDS[act];
    if (command !== undefined) life.do(command(life));
    life.pass(hours * 60);
  }
  return life;
}

describe('never, over random lives', () => {
  const seed = Number(process.env['LIVES_SEED'] ?? 20260302);
  const lives = fc.sample(lifeArb, { numRuns: 150, seed }).map((steps) => ({ steps, life: lived(steps) }));

  test('twice, beside a step back, unsettled, or on the day of a plan', () => {
    const told: Letter[] = [];
    for (const { life } of lives) {
      const letters = life.seen.filter(({ mail }) => mail.kind === 'milestone');
      const names = letters.flatMap(({ mail: { about } }) => (about?.of === 'letter' ? [about.letter] : []));
      expect([new Set(names).size, names.length]).toEqual([names.length, letters.length]);
      told.push(...names);
      for (const { at, after } of letters) {
        if (after.status !== 'active') throw new Error(`a letter for the ${after.status}`);
        const { tracks, previous, history, choice, flaredAt } = after.course;
        const last = history.at(-1);
        expect([choice, flaredAt, last?.settled, (last?.worst ?? 9) <= 2]).toEqual([null, null, true, true]);
        expect(after.rhythm).toBe('full');
        expect(tracks.level).toBeGreaterThanOrEqual(previous?.level ?? 9);
        expect(rungOf(tracks.stage)).toBeGreaterThanOrEqual(rungOf(previous?.stage ?? 'R9'));
        const day = (when: string): string => localDate(when, 'UTC');
        const plans = life.seen.filter((one) => one.mail.kind === 'plan').map((one) => day(one.at));
        expect(plans).not.toContain(day(at));
      }
    }
    for (const letter of ['first-jog', 'thirty-minutes', 'symmetry'] as const)
      expect(told.filter((name) => name === letter).length, letter).toBeGreaterThan(2);
  });

  const COUNTED = ['start', 'plan', 'lesson', 'milestone', 'check-in', 'reminder', 'silent'];
  test('more than three mails in an answered week and one reminder, or five of ours in seven days', () => {
    let ordinary = 0;
    let withLetter = 0;
    for (const { life, steps } of lives) {
      const all = life.seen.filter(({ mail }) => COUNTED.includes(mail.kind));
      for (const { at } of all) {
        const from = addMinutes(at, -7 * DAY);
        const within = all.filter((one) => !one.mail.byPerson && one.at > from && one.at <= at);
        expect(within.length, within.map(({ mail }) => mail.occasion).join(' ')).toBeLessThanOrEqual(5);
      }
      const restless = steps.some(({ act }) => act === 'pause' || act === 'weekday');
      for (const week of new Set(all.map(({ mail }) => mail.week))) {
        const kinds = all.filter(({ mail }) => mail.week === week).map(({ mail }) => mail.kind);
        const nudges = kinds.filter((kind) => kind === 'reminder' || kind === 'silent').length;
        // A letter and a lesson never share a week, whatever the life.
        expect(kinds.filter((kind) => kind === 'lesson' || kind === 'milestone').length).toBeLessThanOrEqual(
          1,
        );
        if (restless) continue;
        ordinary += 1;
        withLetter += kinds.includes('milestone') ? 1 : 0;
        expect(kinds.length - nudges, `week ${week}: ${kinds.join(' ')}`).toBeLessThanOrEqual(3);
        expect(nudges).toBeLessThanOrEqual(1);
      }
    }
    expect(ordinary).toBeGreaterThan(300);
    expect(withLetter).toBeGreaterThan(30);
  });
});
