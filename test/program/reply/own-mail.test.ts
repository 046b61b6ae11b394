/** Our own mails, appended bare to a reply, never become an answer: every golden text there is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnown } from '../../../functions/inbound/known.ts';
import { splitReply } from '../../../program/reply/quote/new-text.ts';
import { readReply } from '../../../program/reply/read-reply.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'emails', 'goldens');
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.golden.txt'));
const textOf = (name: string): string =>
  readFileSync(join(FOLDER, name), 'utf8').split('\n').slice(3).join('\n');
const CONTEXT = {
  allowOk: true,
  requireLong: false,
  sessionsPlanned: 3,
  plannedRunMinutes: 25,
  testsAsked: ['strength', 'run'],
  maintenance: false,
} as const;

describe('our own mail below a reply', () => {
  it('is there to be read', () => expect(names.length).toBeGreaterThan(10));

  it.each(names)('%s: known to the reader, nothing of it is new', (name) => {
    const mail = textOf(name);
    expect(splitReply(`3\n\n${mail}`, { sent: mail }).newText.split('\n')[0]).toBe('3');
    expect(readReply({ text: `3\n\n${mail}`, html: null, sent: mail }, CONTEXT)).toMatchObject({
      kind: 'answer',
      answers: { painAverage: 3 },
    });
  });

  it.each(names.filter((name) => /^(?:check-in|reminder)/.test(name)))(
    '%s: not even when the reader does not know which mail it was',
    (name) => {
      expect(splitReply(`3\n\n${textOf(name)}`).newText).toBe('3');
    },
  );

  it('a stop sign copied out of our own list is still told to us', () => {
    const sent = `Stop signs:\n- a knee that will not bend\n- swelling, redness or heat in one leg\n\n${textOf('check-in--no-test.golden.txt')}`;
    for (const below of ['', `\n\n${sent}`]) {
      expect(
        readReply(
          { text: `- a knee that will not bend${below}`, html: null, sent, known: loadKnown() },
          CONTEXT,
        ),
      ).toMatchObject({
        kind: 'redFlags',
        flags: ['knee'],
      });
    }
  });

  it.each(names)('%s: sent back alone it is no answer', (name) => {
    const mail = textOf(name);
    expect(['empty', 'unclear']).toContain(readReply({ text: mail, html: null, sent: mail }, CONTEXT).kind);
  });
});
