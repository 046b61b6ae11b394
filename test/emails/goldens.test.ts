/**
 * The words of every example and the HTML of one example a kind, reviewed in the diff.
 * `UPDATE_GOLDENS=1 npx vitest run test/emails` writes them anew.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { renderMail } from '../../emails/render.ts';
import { MAIL_KINDS, type MailKind } from '../../program/participant/mail-kinds.ts';

const FOLDER = path.join(import.meta.dirname, 'goldens');
const update = process.env.UPDATE_GOLDENS === '1';
/**
 * The example whose HTML is kept: the one with the most parts of its kind. The markup of the others is held
 * by the comparison with MJML and by the rules of the mail gate, which look at all of them.
 */
const HTML_OF: Readonly<Record<MailKind, string>> = {
  ack: 'answered',
  already: 'stopped',
  'check-in': 'with-two-tests',
  clearance: 'day-14',
  closed: 'after-silence',
  confirm: 'usual',
  decision: 'completed-and-moved-up',
  flare: 'one-step-down',
  fresh: 'erase',
  graduation: 'with-a-goal',
  lesson: 'with-a-page',
  maintenance: 'not-heard-with-a-test',
  milestone: 'first-jog-with-a-goal',
  paused: 'by-silence',
  plan: 'own-plan-and-shoes',
  question: 'usual',
  reminder: 'usual',
  safety: 'wait',
  silent: 'two-weeks',
  start: 'physio-and-ice',
};
const wanted = new Map<string, string>(
  MAIL_KINDS.flatMap((kind) =>
    EXAMPLES[kind].flatMap(({ name, view }) => {
      const { subject, preheader, html, text } = renderMail(view);
      return [
        ...(name === HTML_OF[kind] ? [[`${kind}--${name}.golden.html`, `${html}\n`] as const] : []),
        [`${kind}--${name}.golden.txt`, `Subject: ${subject}\nPreheader: ${preheader}\n\n${text}`] as const,
      ];
    }),
  ),
);
if (update) {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) if (!wanted.has(name)) rmSync(path.join(FOLDER, name));
  for (const [name, content] of wanted) writeFileSync(path.join(FOLDER, name), content);
}

it.each([...wanted])('%s is as reviewed', (name, content) => {
  const file = path.join(FOLDER, name);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `no golden ${name}`).toBe(content);
});
it('one HTML is kept of every kind', () => {
  const kept = [...wanted.keys()].filter((name) => name.endsWith('.html'));
  expect(kept.map((name) => name.split('--')[0]).sort()).toEqual([...MAIL_KINDS].sort());
});
it('there is no golden of a mail that is gone', () =>
  expect(readdirSync(FOLDER).sort()).toEqual([...wanted.keys()].sort()));
