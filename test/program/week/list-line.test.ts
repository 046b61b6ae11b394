/**
 * Must be shown: one line of our own list of stop signs, alone in a reply, loses nothing and moves nothing
 * up: the list is asked, no mail with exercise leaves, and where it would be an emergency the mail says so
 * first. Every wording of the list that any mail or page of ours has.
 */
import { describe, expect, it, test } from 'vitest';
import known from '../../../dist/known-words.json' with { type: 'json' };
import { loadKnown } from '../../../functions/inbound/known.ts';
import { RED_FLAGS, type RedFlag } from '../../../program/answers/intake.ts';
import { HOLDS_EXERCISE } from '../../../program/mails/stale.ts';
import { knownWords } from '../../../program/reply/quote/known.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { questionBody } from '../../../views/mail/reply-mails.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { joined, type Life } from '../given.ts';
import { CONTEXT } from '../reply/corpus.ts';

const read = (text: string) => readReply({ text, html: null, known: loadKnown() }, CONTEXT);
const LINES = knownWords.parse(known).items;

/** A reply to the check-in that is open, or to the first mail. */
function reply(life: Life, text: string, verified = true): Life {
  const { state, now } = life;
  const week = state?.status === 'active' ? state.course.week : 0;
  const to = { occasion: 'w1-check-in', kind: 'check-in', week };
  return life.do({ type: 'ReceiveReply', at: now, to, verified, said: read(text) }).pass(0);
}
const list = (life: Life, redFlags: readonly RedFlag[] = [], week = life.asked()): Life =>
  life.do({ type: 'AnswerList', at: life.now, week, redFlags }).pass(0);
const exercise = (life: Life): number =>
  life.kinds().filter((kind) => HOLDS_EXERCISE.some((held) => held === kind)).length;
const linesAsked = (life: Life): readonly string[] => life.occasions().filter((o) => o.startsWith('line-'));
const heldBy = (life: Life): readonly RedFlag[] | undefined => life.course().listLine;

describe.each(LINES)('%s: "%s"', (flag, line) => {
  it.each([
    line,
    `- ${line}`,
    `• ${line}.`,
    `${line}\n\nSent from my iPhone`,
    line.replaceAll(/(\S+ \S+ \S+) /g, '$1\n'),
    `${line}\n\nOn Sun, 8 Mar 2026, Calf Coach <coach@calf.example.org> wrote:\n> How was your calf?`,
  ])('alone is asked: %j', (text) => {
    const said = read(text);
    expect(said).toMatchObject({ kind: 'redFlags', listLine: true });
    expect(said.kind === 'redFlags' && said.flags).toContain(flag);
  });
  it.each([
    `2, ${line}`,
    `2\n${line}`,
    `${line}, 2`,
    `yes, this one:\n${line}`,
    `yes, this one\n> ${line}`,
    `${line}\nyes`,
    `${line} yes`,
    `x ${line}`,
    `${line} ✓`,
    `I have this: ${line}`,
    `${line}!`,
  ])('beside anything else is theirs: %j', (text) => {
    const said = read(text);
    expect(said.kind).toBe('redFlags');
    expect('listLine' in said).toBe(false);
    expect(said.kind === 'redFlags' && said.flags).toContain(flag);
  });
  it('asks the list, and nothing with exercise leaves until it is answered', () => {
    const life = joined();
    const before = exercise(life);
    reply(life, line);
    expect(life.state?.status).toBe('active');
    expect(linesAsked(life)).toHaveLength(1);
    life.days(9);
    expect([exercise(life), linesAsked(life).length]).toEqual([before, 2]);
    expect(heldBy(life)).toContain(flag);
  });
});

describe('the mail that asks', () => {
  const asked = (flag: RedFlag) => {
    const [, line = ''] = LINES.find(([of]) => of === flag) ?? [];
    const { state } = reply(joined(), line);
    if (state?.status !== 'active') throw new Error('asked, not stopped');
    return questionBody(
      { person: state, about: { of: 'line' }, curriculum: theCurriculum() },
      'https://x/c/t',
    );
  };
  it.each(['chest', 'numbCold'] as const)('%s: the emergency text comes first', (flag) => {
    const { line } = asked(flag);
    expect(line?.urgent).toBe(true);
    expect(line?.steps.join(' ')).toContain('Call 112 now');
  });
  it.each(RED_FLAGS)('%s: quotes the line in our words, and has the whole list', (flag) => {
    const view = asked(flag);
    const { redFlags } = theCurriculum().questions.options;
    expect(view.line?.quoted).toContain(redFlags[flag].back);
    expect(view.stopSigns).toHaveLength(14);
    expect(view.url).toBe('https://x/c/t/done');
  });
});

describe('what answers it', () => {
  const held = (): Life => reply(joined(), 'a knee that will not bend');
  const start = (): number => exercise(joined());
  test('"no stop signs" from the runner, and from nobody else', () => {
    expect(heldBy(reply(held(), 'no stop signs', false))).toEqual(['knee']);
    const life = reply(held(), 'no stop signs');
    expect([heldBy(life), life.state?.status]).toEqual([undefined, 'active']);
    expect(linesAsked(life.days(5))).toHaveLength(1);
  });
  test('"none of these" on the page; a sign ticked there stops', () => {
    expect(heldBy(list(held()))).toBeUndefined();
    expect(list(held(), ['swelling']).state?.status).toBe('stopped');
    expect(list(held(), [], 99).refusals).toEqual(['week-closed']);
  });
  test('a check-in that says something of the list; one that does not leaves it open', () => {
    expect(heldBy(held().answer({ redFlags: null }))).toEqual(['knee']);
    const life = held().answer();
    expect([heldBy(life), exercise(life) > start()]).toEqual([undefined, true]);
  });
  test('the same line once more is an answer, and stops', () => {
    expect(reply(held(), 'a knee that will not bend').state?.status).toBe('stopped');
    expect(reply(held(), 'trouble walking or putting weight on the leg').state?.status).toBe('stopped');
  });
  test('a plan that was held leaves when the list is answered, once', () => {
    const life = held().days(8);
    expect(life.course().planOut).toBe(false);
    const before = exercise(life);
    list(list(life));
    expect([exercise(life), life.course().planOut]).toEqual([before + 1, true]);
    expect(list(life).refusals.at(-1)).toBe('week-closed');
  });
  test('beside words that nobody could read one list answers both', () => {
    const life = reply(
      joined().answer({ note: 'my calf sings like an old violin' }),
      'a knee that will not bend',
    );
    expect([heldBy(life), life.course().asked?.unread?.kind]).toEqual([['knee'], 'body']);
    list(life);
    expect([heldBy(life), life.course().asked?.unread, life.course().tracks.level]).toEqual([
      undefined,
      undefined,
      2,
    ]);
  });
});

test('it moves nothing up, whoever writes it, and it eases nothing', () => {
  for (const verified of [true, false]) {
    const life = joined().answer().pass(60);
    const before = life.course().tracks;
    reply(life, 'a knee that will not bend', verified);
    expect(life.course().tracks).toEqual(before);
    expect(heldBy(life)).toEqual(['knee']);
  }
});

test('where no course runs it is taken as what it says', () => {
  const paused = joined().do({ type: 'Pause', at: joined().now, until: '2026-03-20' });
  expect(paused.state?.status).toBe('paused');
  expect(reply(paused, 'a knee that will not bend').state?.status).toBe('stopped');
});
