/**
 * The words and the HTML of every example, reviewed in the diff. `UPDATE_GOLDENS=1 npx vitest run
 * test/emails` writes them anew.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { renderMail } from '../../emails/render.ts';
import { BUILT_KINDS } from '../../program/participant/mail-kinds.ts';

const FOLDER = path.join(import.meta.dirname, 'goldens');
const update = process.env.UPDATE_GOLDENS === '1';
const wanted = new Map<string, string>(
  BUILT_KINDS.flatMap((kind) =>
    EXAMPLES[kind].flatMap(({ name, view }) => {
      const { subject, preheader, html, text } = renderMail(view);
      return [
        [`${kind}--${name}.golden.html`, `${html}\n`],
        [`${kind}--${name}.golden.txt`, `Subject: ${subject}\nPreheader: ${preheader}\n\n${text}`],
      ] as const;
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
it('there is no golden of a mail that is gone', () =>
  expect(readdirSync(FOLDER).sort()).toEqual([...wanted.keys()].sort()));
