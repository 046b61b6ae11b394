/** Twenty-seven replies that others wrote, each the smallest form of a fault: what is expected stands beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadKnown } from '../../../functions/inbound/known.ts';
import { readMail } from '../../../functions/inbound/read-mail.ts';
import { readAutomatic } from '../../../program/reply/automatic.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { CONTEXT } from '../../program/reply/corpus.ts';

const FOLDER = path.join(import.meta.dirname, '../../program/reply/corpora/given');
interface Given {
  readonly file: string;
  readonly fault: string;
  readonly expect: {
    readonly kind?: string | readonly string[];
    readonly average?: number;
    readonly command?: string;
    readonly flags?: readonly string[];
    readonly noNumber?: true;
    readonly automatic?: boolean;
  };
}
const { cases } = JSON.parse(readFileSync(path.join(FOLDER, 'cases.json'), 'utf8')) as {
  readonly cases: readonly Given[];
};

it('has all of them', () => {
  expect(cases.length).toBe(27);
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.eml')).length).toBe(27);
});

it.each(cases.map((one) => [one.file, one.fault, one] as const))(
  '%s: %s',
  async (file, _fault, { expect: wanted }) => {
    const raw = readFileSync(path.join(FOLDER, file));
    const mail = await readMail(raw);
    const path_ = /^Return-Path: <?([^>\r\n]*)/m.exec(raw.toString('latin1'))?.[1] ?? null;
    const { automatic } = readAutomatic(mail.headers, path_, mail.subject);
    if (wanted.automatic !== undefined) {
      expect(automatic).toBe(wanted.automatic);
      return;
    }
    expect(automatic).toBe(false);
    const reading = readReply({ text: mail.text, html: mail.html, known: loadKnown() }, CONTEXT);
    if (wanted.kind !== undefined) expect([wanted.kind].flat()).toContain(reading.kind);
    if (wanted.command !== undefined) expect(reading).toMatchObject({ command: { command: wanted.command } });
    if (wanted.flags !== undefined) expect(reading).toMatchObject({ flags: wanted.flags });
    if (wanted.average !== undefined && reading.kind === 'answer')
      expect(reading.answers.painAverage).toBe(wanted.average);
    if (wanted.average !== undefined && reading.kind === 'ambiguous')
      expect(reading.safer).toBe(wanted.average);
    if (wanted.noNumber === true)
      expect(reading.kind === 'answer' || reading.kind === 'ambiguous').toBe(false);
  },
);
