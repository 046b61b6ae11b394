/**
 * Replies over random lives: who is not proved moves nothing up, a stop sign always stops, machines that
 * answer each other fall silent.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInAnswers } from '../../program/answers/check-in.ts';
import { WEEKLY_RED_FLAGS } from '../../program/answers/intake.ts';
import { rungOf } from '../../program/course/tracks.ts';
import { addMinutes } from '../../program/kernel/time.ts';
import { wakeAt } from '../../program/mails/wake-at.ts';
import type { CommandOf } from '../../program/participant/commands.ts';
import { openQuestion } from '../../program/participant/open-question.ts';
import { ACKS_PER_DAY, sameBudget } from '../../program/participant/reply-answers.ts';
import type { OwedMail, Participant } from '../../program/participant/state.ts';
import { cases } from '../support/effort.ts';
import { expectSame } from '../support/same.ts';
import { type Done, run, written } from './given.ts';
import { moments } from './support/moments.ts';
import { answersArb } from './support/walk.ts';

const seed = Number(process.env['LIVES_SEED'] ?? 20260302);
type Reply = CommandOf<'ReceiveReply'>;
type Said = Reply['said'];

const COMMANDS = ['STOP', 'RESUME', 'HELP', 'WORSE', 'EASIER', 'REPEAT', 'EXPORT', 'DELETE'] as const;
const saidArb: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom(...COMMANDS).map((command): Said => ({ kind: 'command', command: { command } })),
  fc
    .option(fc.integer({ min: 1, max: 8 }), { nil: null })
    .map((weeks): Said => ({ kind: 'command', command: { command: 'PAUSE', weeks } })),
  answersArb.map((answers): Said => ({ kind: 'answer', answers, understood: [], assumed: [], unread: null })),
  fc
    .option(fc.integer({ min: 0, max: 10 }), { nil: null })
    .map((safer): Said => ({ kind: 'ambiguous', candidates: [], safer })),
  fc
    .subarray([...WEEKLY_RED_FLAGS], { minLength: 1 })
    .map((flags): Said => ({ kind: 'redFlags', flags, certain: true, answers: { redFlags: flags } })),
  fc.constantFrom<Said>({ kind: 'unclear' }, { kind: 'empty' }),
);
const weekOf = (state: Participant): number =>
  'course' in state && state.course !== null ? (state.course.asked?.week ?? state.course.week) : 0;
const mailArb = (state: Participant): fc.Arbitrary<Reply['to']> =>
  fc
    .tuple(
      fc.constantFrom(
        'check-in',
        'reminder',
        'plan',
        'decision',
        'lesson',
        'start',
        'ack',
        'question',
        'safety',
        'maintenance',
      ),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([kind, off]) => ({ occasion: `w-${kind}`, kind, week: weekOf(state) + off }));
const tracksOf = (state: Participant) =>
  'course' in state && state.course !== null ? state.course.tracks : null;

/** Some replies at every moment, the same in every run. */
const replies = moments.flatMap(({ at, state }, i) =>
  fc
    .sample(fc.tuple(saidArb, mailArb(state)), { numRuns: 4, seed: seed + i })
    .map(([said, to]) => ({ at, state, said, to })),
);

describe('a reply', () => {
  test('there are enough, at moments of every status but the one after leaving', () => {
    expect(replies.length).toBeGreaterThan(cases(2000));
    expect(new Set(moments.map(({ state }) => state.status))).toEqual(
      new Set(['unconfirmed', 'confirmed', 'active', 'paused', 'stopped', 'completed']),
    );
  });

  test('whose sender is not proved never raises a load, and its state is a state', () => {
    for (const { at, state, said, to } of replies) {
      const { state: after } = run(state, { type: 'ReceiveReply', at, to, verified: false, said });
      written(after, said.kind);
      const [before, now] = [tracksOf(state), tracksOf(after)];
      if (before === null || now === null) continue;
      expect(now.level, said.kind).toBeLessThanOrEqual(before.level);
      expect(rungOf(now.stage), said.kind).toBeLessThanOrEqual(rungOf(before.stage));
      if (state.status === 'paused' || state.status === 'stopped') expect(after.status).not.toBe('active');
    }
  });

  test('that is proved decides as the page does', () => {
    let [compared, ended] = [0, 0];
    for (const { at, state, said } of replies) {
      const asked = openQuestion(state, at);
      if (said.kind !== 'answer' || asked === null) continue;
      const { week } = asked;
      const kind = state.status === 'completed' ? 'maintenance' : 'check-in';
      ended += state.status === 'completed' ? 1 : 0;
      const page = run(state, {
        type: 'SubmitCheckIn',
        at,
        week,
        answers: checkInAnswers.parse(said.answers),
        source: 'web',
      });
      const mail = run(state, {
        type: 'ReceiveReply',
        at,
        to: { occasion: 'x', kind, week },
        verified: true,
        said,
      });
      expectSame(tracksOf(mail.state), tracksOf(page.state));
      expect(mail.state.status).toBe(page.state.status);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(cases(100));
    expect(ended).toBeGreaterThan(5);
  });

  test('red flags stop whoever wrote them, to whatever mail, in every status that can be stopped', () => {
    for (const [i, { at, state, to }] of replies.entries()) {
      if (['unconfirmed', 'left', 'erased'].includes(state.status)) continue;
      const said: Said = {
        kind: 'redFlags',
        flags: ['chest'],
        certain: i % 2 === 0,
        answers: { redFlags: ['chest'] },
      };
      const { state: after } = run(state, { type: 'ReceiveReply', at, to, verified: i % 3 === 0, said });
      expect(after.status).toBe('stopped');
      if (after.status === 'stopped') expect(after.stop.route).toBe('emergency');
      if (state.status !== 'stopped' && after.status === 'stopped')
        expect(after.owed.some((m) => m.kind === 'safety' && m.due <= at)).toBe(true);
    }
  });

  test('STOP ends it in every status, and nothing of a reply reaches somebody who left', () => {
    for (const { at, state, to } of replies) {
      if (state.status === 'erased') continue;
      const { state: gone } = run(state, {
        type: 'ReceiveReply',
        at,
        to,
        verified: false,
        said: { kind: 'command', command: { command: 'STOP' } },
      });
      expect(gone.status).toBe('left');
      expect(
        run(gone, { type: 'ReceiveReply', at, to, verified: true, said: { kind: 'unclear' } }).refusal,
      ).toBe('left');
    }
  });

  test('is acknowledged three times a day at most out of each budget, and asked about once a week', () => {
    for (const { at, state } of moments) {
      if (['unconfirmed', 'left', 'erased'].includes(state.status)) continue;
      let now = state;
      const answered: OwedMail[] = [];
      let asked = 0;
      for (let n = 0; n < 12; n += 1) {
        const said: Said =
          n % 2 === 0 ? { kind: 'unclear' } : { kind: 'command', command: { command: 'HELP' } };
        const { state: next, events } = run(now, {
          type: 'ReceiveReply',
          at: addMinutes(at, n),
          to: { occasion: 'w-lesson', kind: 'lesson', week: 0 },
          verified: true,
          said,
        });
        const owed = events.flatMap((e) => (e.type === 'MailsOwed' ? e.mails : []));
        answered.push(...owed);
        asked += owed.filter((m) => m.kind === 'question').length;
        now = next;
      }
      for (const one of answered)
        expect(answered.filter((other) => sameBudget(one, other)).length).toBeLessThanOrEqual(ACKS_PER_DAY);
      expect(asked).toBeLessThanOrEqual(1);
    }
  });
});

/**
 * Answers every mail of ours within a minute, always with the same; nothing says that it is a machine.
 * Returns what it was sent.
 */
function pingPong(from: Participant, at: string, said: Said): readonly string[] {
  const kinds: string[] = [];
  let state = from;
  let now = at;
  let mail: Reply['to'] | null = { occasion: 'w-lesson', kind: 'lesson', week: weekOf(from) };
  for (let round = 0; mail !== null && round < 60; round += 1) {
    state = run(state, { type: 'ReceiveReply', at: now, to: mail, verified: true, said }).state;
    mail = null;
    for (let wakes = 0; wakes < 20; wakes += 1) {
      const alarm = wakeAt(state);
      if (alarm === null || alarm > addMinutes(now, 1)) break;
      const woken: Done = run(state, {
        type: 'Wake',
        at: addMinutes(now, 1),
        owner: `${round}.${wakes}`,
      });
      state = woken.state;
      for (const event of woken.events) {
        if (event.type !== 'MailClaimed') continue;
        state = run(state, {
          type: 'RecordSent',
          at: addMinutes(now, 1),
          occasion: event.mail.occasion,
        }).state;
        const { about, kind } = event.mail;
        kinds.push(about?.of === 'reply' ? about.says : kind);
        mail = event.mail;
      }
    }
    now = addMinutes(now, 2);
  }
  return kinds;
}

test('two responders fall silent, whatever the machine says', () => {
  const machine: readonly Said[] = [
    ...COMMANDS.map((command): Said => ({ kind: 'command', command: { command } })),
    { kind: 'command', command: { command: 'PAUSE', weeks: 2 } },
    ...[0, 4, 6].map(
      (painAverage): Said => ({
        kind: 'answer',
        answers: { painAverage },
        understood: [],
        assumed: [],
        unread: null,
      }),
    ),
    { kind: 'ambiguous', candidates: [3, 6], safer: 6 },
    { kind: 'unclear' },
    { kind: 'redFlags', flags: ['fever'], certain: true, answers: { redFlags: ['fever'] } },
    { kind: 'redFlags', flags: ['swelling'], certain: true, answers: { redFlags: ['swelling'] } },
  ];
  for (const { at, state } of moments.filter((_, i) => i % 5 === 0)) {
    for (const said of machine) {
      const sent = pingPong(state, at, said);
      expect(
        sent.length,
        `${JSON.stringify(said)} at ${state.status}: ${sent.join(', ')}`,
      ).toBeLessThanOrEqual(8);
    }
  }
});
