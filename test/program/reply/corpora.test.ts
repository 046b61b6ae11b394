/** Every entry of every corpus, exactly; the accuracies are printed, the held-out third apart. */
import { describe, expect, it } from 'vitest';
import type { RedFlag } from '../../../program/answers/intake.ts';
import { readAnswer } from '../../../program/reply/answer/read-answer.ts';
import { readCommand } from '../../../program/reply/answer/read-command.ts';
import { readAutomatic } from '../../../program/reply/automatic.ts';
import type { ReplyContext } from '../../../program/reply/context.ts';
import { htmlToText } from '../../../program/reply/quote/html-to-text.ts';
import { newText } from '../../../program/reply/quote/new-text.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { readRedFlags } from '../../../program/reply/red-flags.ts';
import { accuracy, type Entry, readCorpus } from './corpus.ts';

const CONTEXT: ReplyContext = {
  allowOk: true,
  requireLong: false,
  sessionsPlanned: 3,
  plannedRunMinutes: 25,
  testsAsked: ['strength', 'run'],
  maintenance: false,
};

const sourced = (corpus: {
  readonly sources: Readonly<Record<string, string>>;
  readonly entries: readonly Entry[];
}): void => {
  expect(corpus.entries.filter((entry) => corpus.sources[entry.source] === undefined)).toEqual([]);
  expect(new Set(corpus.entries.map((entry) => entry.id)).size).toBe(corpus.entries.length);
};

interface ReplyEntry extends Entry {
  readonly client: string;
  readonly lang: string;
  readonly text: string;
  readonly new: string;
  readonly reads: {
    readonly answer?: number;
    readonly command?: string;
    readonly flags?: readonly RedFlag[];
    readonly none?: true;
  };
}

describe('replies', () => {
  const corpus = readCorpus<ReplyEntry>('replies');
  const mail = corpus.mail.trimEnd();
  const quoted = mail.replaceAll(/^(?=.)/gm, '> ').replaceAll(/^$/gm, '>');
  const textOf = (entry: ReplyEntry): string =>
    entry.text
      .replaceAll('{MAIL}', mail)
      .replaceAll('{QUOTED}', quoted)
      .replaceAll('{INDENTED}', mail.replaceAll('\n', '\n '));

  it('are at least two hundred, in twelve languages, each with its source', () => {
    expect(corpus.entries.length).toBeGreaterThanOrEqual(200);
    const languages = new Set(corpus.entries.map((entry) => entry.lang));
    for (const lang of ['en', 'de', 'es', 'fr', 'nl', 'it', 'pt', 'sv', 'da', 'no', 'pl', 'ja'])
      expect(languages).toContain(lang);
    sourced(corpus);
    accuracy('replies, exact new text', corpus.entries, (entry) => newText(textOf(entry)) === entry.new);
  });

  it.each(corpus.entries.map((entry) => [entry.id, entry.client, entry.lang, entry] as const))(
    '%s %s %s',
    (_id, _client, _lang, entry) => {
      expect(newText(textOf(entry))).toBe(entry.new);
      for (const sent of [null, mail]) {
        const reading = readReply({ text: textOf(entry), html: null, sent }, CONTEXT);
        const { answer, command, flags } = entry.reads;
        if (answer !== undefined)
          expect(reading).toMatchObject({ kind: 'answer', answers: { painAverage: answer } });
        else if (command !== undefined)
          expect(reading).toMatchObject({ kind: 'command', command: { command } });
        else if (flags !== undefined) expect(reading).toMatchObject({ kind: 'redFlags', flags });
        else expect(['unclear', 'empty']).toContain(reading.kind);
      }
    },
  );
});

describe('HTML only', () => {
  const corpus = readCorpus<Entry & { readonly html: string; readonly new: string }>('html');
  it('have sources', () => {
    sourced(corpus);
    accuracy('replies in HTML', corpus.entries, (entry) => newText(htmlToText(entry.html)) === entry.new);
  });
  it.each(corpus.entries.map((entry) => [entry.id, entry] as const))('%s', (_id, entry) =>
    expect(newText(htmlToText(entry.html))).toBe(entry.new),
  );
});

interface NumberEntry extends Entry {
  readonly text: string;
  readonly expect: {
    readonly answer?: Readonly<Record<string, unknown>>;
    readonly ambiguous?: readonly number[];
    readonly safer?: number | null;
    readonly none?: true;
    readonly notOk?: true;
  };
}

describe('numbers', () => {
  const corpus = readCorpus<NumberEntry>('numbers');
  const check = (entry: NumberEntry): void => {
    const reading = readAnswer(entry.text, CONTEXT);
    const { answer, ambiguous, safer } = entry.expect;
    if (answer !== undefined) {
      expect(reading).toMatchObject({ kind: 'answer' });
      if (reading.kind === 'answer') expect({ ...reading.answers }).toEqual(answer);
    } else if (ambiguous !== undefined)
      expect(reading).toEqual({
        kind: 'ambiguous',
        candidates: ambiguous,
        safer: safer === undefined ? expect.toSatisfy(() => true) : safer,
      });
    else if (entry.expect.notOk === true)
      expect(reading.kind === 'answer' ? reading.understood : ['painAverage']).toEqual(['painAverage']);
    else expect(reading).toEqual({ kind: 'none' });
  };
  const isRight = (entry: NumberEntry): boolean => {
    try {
      check(entry);
      return true;
    } catch {
      return false;
    }
  };
  it('are at least eighty, each with its source', () => {
    expect(corpus.entries.length).toBeGreaterThanOrEqual(80);
    sourced(corpus);
    accuracy('numbers', corpus.entries, isRight);
  });
  it.each(corpus.entries.map((entry) => [entry.id, entry.text, entry] as const))(
    '%s %s',
    (_id, _text, entry) => check(entry),
  );
});

interface AutomaticEntry extends Entry {
  readonly automatic: boolean;
  readonly subject: string;
  readonly returnPath: string | null;
  readonly headers: readonly (readonly [string, string])[];
}

describe('automatic mail', () => {
  const corpus = readCorpus<AutomaticEntry>('automatic');
  const read = (entry: AutomaticEntry): boolean =>
    readAutomatic(entry.headers, entry.returnPath, entry.subject).automatic;
  it('is at least sixty, with people beside it, each with its source', () => {
    expect(corpus.entries.filter((entry) => entry.automatic).length).toBeGreaterThanOrEqual(60);
    expect(corpus.entries.filter((entry) => !entry.automatic).length).toBeGreaterThanOrEqual(20);
    sourced(corpus);
    accuracy('automatic mail', corpus.entries, (entry) => read(entry) === entry.automatic);
  });
  it.each(corpus.entries.map((entry) => [entry.id, entry.subject, entry] as const))(
    '%s %s',
    (_id, _subject, entry) => expect(read(entry)).toBe(entry.automatic),
  );
});

describe('stop signs in words', () => {
  const corpus = readCorpus<Entry & { readonly text: string; readonly flags: readonly RedFlag[] }>(
    'red-flags',
  );
  it('are at least a hundred and twenty, each with its source', () => {
    expect(corpus.entries.length).toBeGreaterThanOrEqual(120);
    sourced(corpus);
    accuracy('stop signs, none missed', corpus.entries, ({ text, flags }) =>
      flags.every((flag) => readRedFlags(text).flags.includes(flag)),
    );
    accuracy(
      'stop signs, none invented',
      corpus.entries,
      ({ text, flags }) => flags.length > 0 || readRedFlags(text).flags.length === 0,
    );
    accuracy(
      'stop signs, exactly these',
      corpus.entries,
      ({ text, flags }) => readRedFlags(text).flags.length === flags.length,
    );
  });
  it.each(corpus.entries.map((entry) => [entry.id, entry.text, entry] as const))(
    '%s %s',
    (_id, text, { flags }) => {
      const found = readRedFlags(text).flags;
      if (flags.length === 0) expect(found).toEqual([]);
      else expect(found).toEqual(expect.arrayContaining([...flags]));
    },
  );
});

describe('commands', () => {
  const corpus = readCorpus<Entry & { readonly text: string; readonly command: unknown }>('commands');
  it('have sources', () => {
    sourced(corpus);
    accuracy(
      'commands',
      corpus.entries,
      ({ text, command }) => JSON.stringify(readCommand(text)) === JSON.stringify(command),
    );
  });
  it.each(corpus.entries.map((entry) => [entry.id, entry.text, entry] as const))(
    '%s %s',
    (_id, text, { command }) => expect(readCommand(text)).toEqual(command),
  );
});
