/** What a stranger wrote uses up nothing of the owner's, and a word that asks for something is answered. */
import { expect, test } from 'vitest';
import { addMinutes } from '../../program/kernel/time.ts';
import type { CommandOf } from '../../program/participant/commands.ts';
import type { OwedMail, Participant } from '../../program/participant/state.ts';
import { run } from './given.ts';
import { moments } from './support/moments.ts';

type Said = CommandOf<'ReceiveReply'>['said'];
const saidIn = ({ about, kind }: OwedMail): string => (about?.of === 'reply' ? about.says : kind);

test('whatever a stranger wrote before, the owner is answered as if nobody had', () => {
  const ordered = (command: 'WORSE' | 'DELETE' | 'EXPORT'): Said => ({
    kind: 'command',
    command: { command },
  });
  const noise: readonly Said[] = [
    { kind: 'unclear' },
    { kind: 'command', command: { command: 'HELP' } },
    ...(['WORSE', 'DELETE', 'EXPORT'] as const).map(ordered),
  ];
  let compared = 0;
  for (const { at, state } of moments.filter((_, i) => i % 3 === 0)) {
    const say = (now: Participant, when: string, verified: boolean, said: Said) =>
      run(now, {
        type: 'ReceiveReply',
        at: when,
        to: { occasion: 'w-lesson', kind: 'lesson', week: 0 },
        verified,
        said,
      });
    let used = state;
    for (let n = 0; n < 15; n += 1)
      used = say(used, addMinutes(at, n * 20), false, noise[n % noise.length] as Said).state;
    if (used.status !== state.status) continue;
    for (const command of ['WORSE', 'DELETE', 'EXPORT'] as const) {
      const when = addMinutes(at, 15 * 20);
      const kinds = (now: Participant): readonly string[] =>
        say(now, when, true, ordered(command)).events.flatMap((e) =>
          e.type === 'MailsOwed' ? e.mails.map((m) => saidIn(m)) : [],
        );
      expect(kinds(used), `${command} at ${state.status}`).toEqual(kinds(state));
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(300);
});

test('a word that asks for a link is answered with one, or with where the last one is', () => {
  for (const { at, state } of moments.filter((_, i) => i % 5 === 0)) {
    if (['unconfirmed', 'left', 'erased'].includes(state.status)) continue;
    let now = state;
    const said: string[] = [];
    for (const minutes of [0, 1, 2, 3]) {
      const { state: next, events } = run(now, {
        type: 'ReceiveReply',
        at: addMinutes(at, minutes),
        to: { occasion: 'fresh-n1', kind: 'fresh', week: 0 },
        verified: true,
        said: { kind: 'command', command: { command: 'DELETE' } },
      });
      now = next;
      said.push(...events.flatMap((e) => (e.type === 'MailsOwed' ? e.mails.map((m) => saidIn(m)) : [])));
    }
    expect(said).toEqual(['fresh', 'link', 'link', 'link']);
  }
});
