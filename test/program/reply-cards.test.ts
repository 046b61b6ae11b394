/** Questions by reply, at every moment of played lives: a card moves nothing, and waits its turn. */
import { expect, it } from 'vitest';
import { receiveReply } from '../../program/receive-reply.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { moments } from './support/moments.ts';

const curriculum = theCurriculum();
const cards = [{ card: 'FAQ-05', asked: 'can i swim' }];

it('a question owes one mail at most, and no card to anybody stopped, waiting or held', () => {
  const seen = { card: 0, none: 0 };
  for (const { at, state } of moments) {
    const decided = receiveReply(
      {
        type: 'ReceiveReply',
        at,
        to: { occasion: 'w1-plan', kind: 'plan', week: 1 },
        verified: true,
        said: { kind: 'asked', cards },
      },
      state,
      curriculum,
    );
    if (!decided.ok) continue;
    expect(decided.value.filter(({ type }) => type !== 'MailsOwed' && type !== 'MailsDropped')).toEqual([]);
    const owed = decided.value.flatMap((event) => (event.type === 'MailsOwed' ? event.mails : []));
    expect(owed.length).toBeLessThanOrEqual(1);
    const sent = owed.some(({ about }) => about?.of === 'reply' && about.cards !== undefined);
    const course = 'course' in state ? state.course : null;
    const held = course?.asked?.unread !== undefined || course?.asked?.doubtfulSigns !== undefined;
    if (held || state.status === 'stopped' || state.status === 'confirmed')
      expect(sent, state.status).toBe(false);
    seen[sent ? 'card' : 'none'] += 1;
  }
  expect(seen.card).toBeGreaterThan(0);
  expect(seen.none).toBeGreaterThan(0);
});
