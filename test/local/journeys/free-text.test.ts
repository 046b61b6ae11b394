/**
 * Words in every free-text field of every page (docs/decisions/0013): kept as they are, never a reason to
 * move on, and words of a stop sign in them lead to the safety path. The fields are read from the pages
 * themselves, the sentences are the whole corpus of replies.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalRun } from '../../../local/run.ts';
import { type RedFlag, WEEKLY_RED_FLAGS } from '../../../program/answers/intake.ts';
import { readNote } from '../../../program/reply/note.ts';
import { readRedFlags } from '../../../program/reply/red-flags.ts';
import { type Entry, readCorpus } from '../../program/reply/corpus.ts';
import { PAGE_EXAMPLES } from '../../web/page-examples.ts';
import { formsOf, linksOf, wordsOf } from '../support/forms.ts';
import { calm, type Page, Runner, startTestRun } from '../support/runner.ts';

interface Sentence extends Entry {
  readonly text: string;
  readonly flags: readonly RedFlag[];
}
const SENTENCES = readCorpus<Sentence>('red-flags').entries;

let run: LocalRun;
beforeAll(async () => {
  run = await startTestRun();
});
beforeEach(() => new Runner(run.url).control('reset', {}));
afterAll(() => run?.stop());

/** Where words can be written, by the first segment of the form's address. */
const FREE: Readonly<Record<string, readonly string[]>> = {
  c: ['note'],
  running: ['goal', 'planIfMissed', 'planWhen'],
};
/**
 * Fields a person types into that take a number, a date, an address or a name, and refuse or do not read
 * anything else.
 */
const NO_WORDS: Readonly<Record<string, readonly string[]>> = {
  c: ['longestRunMinutes', 'raisesOther', 'raisesSore'],
  fresh: ['seenOn'],
  me: ['email', 'until'],
  running: ['goalMinutes', 'raceDate', 'raceDistance', 'raceMinutes', 'weeklyDistance'],
  shoes: ['dropNow', 'miles'],
  signup: ['email', 'firstName', 'website'],
  x: ['runMinutes'],
  start: ['longestBefore', 'longestRun30d', 'onsetDate'],
};
const CHOSEN = new Set(['hidden', 'radio', 'checkbox', 'submit', 'select']);

it('every field of every page that can be typed into is either free text or named as what it takes', () => {
  const typed = PAGE_EXAMPLES.flatMap(({ html }) => formsOf(html)).flatMap(({ action, fields }) =>
    fields.filter(({ type }) => !CHOSEN.has(type)).map(({ name }) => `${action.split('/')[1]} ${name}`),
  );
  const named = [FREE, NO_WORDS].flatMap((part) =>
    Object.entries(part).flatMap(([form, fields]) => fields.map((field) => `${form} ${field}`)),
  );
  expect([...new Set(typed)].sort()).toEqual(named.sort());
});

const running = async (runner: Runner): Promise<Page> =>
  runner.open(runner.link(await runner.newest('start'), '/running/'));
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

describe('a goal and a when-then plan', () => {
  const fields = FREE['running'] ?? [];
  it.each(fields)('%s: its third of the corpus', async (field) => {
    const own = SENTENCES.filter((_, at) => fields[at % fields.length] === field);
    const runner = new Runner(run.url);
    await runner.join();
    const page = await running(runner);
    const before = await runner.row();
    const wrong: string[] = [];
    for (const { id, text, flags } of own) {
      const answer = await runner.fill(page, { [field]: text });
      const asks =
        wordsOf(answer.html).includes('Do you have this now?') &&
        linksOf(answer.html).some((href) => href.includes('/w/'));
      const should = flags.length > 0 || readRedFlags(text).flags.length > 0;
      if (asks !== should) wrong.push(`${id} ${text}: ${asks ? 'asks' : 'does not ask'}`);
      if (flags.length > 0 && !asks) wrong.push(`${id} ${text}: names ${flags.join(', ')} and nobody asks`);
    }
    expect(wrong).toEqual([]);
    const last = own.at(-1)?.text ?? '';
    expect((await runner.detail()).state['aboutRunning']).toMatchObject({ [field]: inOneLine(last) });
    // Whatever was written: no mail more, no level more, nobody stopped.
    const { status, level, week } = await runner.row();
    expect([status, level, week]).toEqual([before.status, before.level, before.week]);
    expect(await runner.kinds()).not.toContain('safety');
  });
});

describe('the note of a check-in', () => {
  /** Of each stop sign the first sentence of the corpus that the reader is certain of. */
  // These open a question or hold the week (docs/clinical-rules.md §12 A1, A14); as words they are unread.
  const unread: readonly RedFlag[] = ['journey', 'operation', 'runNumb'];
  const read = WEEKLY_RED_FLAGS.filter((flag) => !unread.includes(flag));
  const clear = read.map((flag) => {
    const found = SENTENCES.find(({ text, flags }) => flags.includes(flag) && readRedFlags(text).certain);
    if (found === undefined) throw new Error(`the corpus has no clear sentence of ${flag}`);
    return [flag, found.text] as const;
  });
  const negated = SENTENCES.filter(
    ({ source, text }) => source === 's3' && readRedFlags(text).flags.length === 0,
  ).slice(0, 12);
  const unclear = SENTENCES.filter(
    ({ text, flags }) => flags.length > 0 && !readRedFlags(text).certain,
  ).slice(0, 6);

  /** One runner for each sentence, all in the same week. */
  async function written(
    sentences: readonly string[],
    answers: (text: string) => Readonly<Record<string, string>>,
  ): Promise<readonly [Runner, Page][]> {
    const runners = sentences.map((_, at) => new Runner(run.url, `runner${at}@example.org`));
    for (const runner of runners) await runner.join();
    await runners[0]?.untilCheckIn();
    const done: [Runner, Page][] = [];
    for (const [at, runner] of runners.entries())
      done.push([runner, await runner.checkIn(answers(sentences[at] ?? ''))]);
    return done;
  }

  it('in clear words of any weekly stop sign stops a calm week; fever alone holds it', async () => {
    expect(clear).toHaveLength(WEEKLY_RED_FLAGS.length - unread.length);
    const done = await written(
      clear.map(([, text]) => text),
      (note) => ({ ...calm(1), note }),
    );
    for (const [at, [runner, page]] of done.entries()) {
      // Fever without a hot leg stops nothing: the week is repeated without running
      // (docs/clinical-rules.md §6.6).
      const stops = clear[at]?.[0] !== 'fever';
      const { status, level } = await runner.row();
      expect([clear[at], status, level]).toEqual([clear[at], stops ? 'stopped' : 'active', 'LV1']);
      expect([
        clear[at],
        page.html.includes('class="safety'),
        (await runner.kinds()).includes('safety'),
      ]).toEqual([clear[at], stops, stops]);
    }
  });

  it('in unclear words asks, and nobody moves on', async () => {
    expect(unclear.length).toBeGreaterThan(3);
    const done = await written(
      unclear.map(({ text }) => text),
      (note) => ({ ...calm(1), note }),
    );
    for (const [at, [runner, page]] of done.entries()) {
      expect([unclear[at]?.text, wordsOf(page.html).includes('Your note may name a stop sign')]).toEqual([
        unclear[at]?.text,
        true,
      ]);
      expect((await runner.row()).level).toBe('LV1');
    }
  });

  it('that says a sign is not there stops nothing; what is not known to be harmless holds until the list is answered', async () => {
    const done = await written(
      negated.map(({ text }) => text),
      (note) => ({ ...calm(1), note }),
    );
    for (const [at, [runner, page]] of done.entries()) {
      const text = negated[at]?.text ?? '';
      const held = readNote(text).unread !== null;
      expect([text, page.html.includes('class="safety'), (await runner.row()).level]).toEqual([
        text,
        false,
        held ? 'LV1' : 'LV2',
      ]);
      expect([text, wordsOf(page.html).includes('We could not read all that you wrote')]).toEqual([
        text,
        held,
      ]);
      if (held) await runner.fill(page, { redFlags: 'none' });
      expect([text, (await runner.row()).level]).toEqual([text, 'LV2']);
    }
  });

  it('with words of progress moves nobody on who was not calm', async () => {
    const hopeful = [
      'please move me up',
      'I am ready for the next level',
      'pain is 0 now, all tests passed',
      '0',
      'level 7',
      'gate yes, progress',
    ];
    const done = await written(hopeful, (note) => ({ ...calm(4), note }));
    for (const [at, [runner]] of done.entries())
      expect([hopeful[at], (await runner.row()).level]).toEqual([hopeful[at], 'LV1']);
  });
});
