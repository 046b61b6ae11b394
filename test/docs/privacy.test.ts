/**
 * The threat model and the privacy documents are true: every test they name exists, every number is the
 * code's own, every link leads somewhere.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../tools/quality/guards/tree.ts';

const DOCS = [
  'docs/threat-model.md',
  'docs/privacy/records-of-processing.md',
  'docs/privacy/impact-assessment.md',
  'docs/privacy/retention.md',
] as const;
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:test|functions|program|infra|web)\/[\w./-]+\.ts)`/g)].map((m) => m[1] ?? '');

describe.each(DOCS)('%s', (file) => {
  const text = read(file);
  test('names only files that exist', () => {
    expect(namedIn(text).filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
  });
  test('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map((m) => path.join(path.dirname(file), m[1] ?? ''));
    expect(links.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
  });
});

describe('the threat model', () => {
  const rows = read('docs/threat-model.md')
    .split('\n')
    .filter((line) => /^\| [STRIDE](?: [STRIDE])* [A-Z]/.test(line));
  test('has threats of every kind, each with a control, a proof and what is left', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const letter of 'STRIDE')
      expect(
        rows.some((row) => row.split(' ').slice(1, 4).includes(letter)),
        letter,
      ).toBe(true);
    for (const row of rows) {
      const [, threat, how, control, proof, left] = row.split('|').map((cell) => cell.trim());
      for (const cell of [threat, how, control]) expect(cell?.length, row).toBeGreaterThan(5);
      // Only what an organisation must see to has no test.
      if (proof === '') expect(left).toMatch(/organisational/);
      else expect(namedIn(proof ?? '').length, row).toBeGreaterThan(0);
      expect(left, row).toMatch(/^[LM]\b/);
    }
  });
});

/** A product of whole numbers, as our constants are written: `90 * 24 * 60`. */
function constantIn(file: string, name: string): number {
  const found = new RegExp(`\\b${name} = ([\\d_ *]+);`).exec(
    read(file).replaceAll('MINUTES_PER_DAY', '24 * 60'),
  )?.[1];
  if (found === undefined) throw new Error(`${file} has no number ${name}`);
  return found.split('*').reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1);
}
const DAY = 24 * 60;
const UNITS: Readonly<Record<string, number>> = { DAYS: DAY, MINUTES: 1 };
const KEPT: Readonly<Record<string, number>> = { day: DAY, minute: 1 };

describe('retention', () => {
  const text = read('docs/privacy/retention.md');
  const rows = [...text.matchAll(/^\| [^|]+ \| (\d+) (day|minute)s?[^|]*\| `([\w./-]+)`: `(\w+)` \|$/gm)];
  test('names the numbers of the code', () => {
    expect(rows.length).toBeGreaterThanOrEqual(9);
    for (const [row, number, unit, file, name] of rows) {
      const scale = UNITS[/(DAYS|MINUTES)$/.exec(name ?? '')?.[1] ?? ''];
      expect(scale, row).toBeDefined();
      expect(Number(number) * (KEPT[unit ?? ''] ?? 0), row).toBe(
        constantIn(file ?? '', name ?? '') * (scale ?? 0),
      );
    }
  });
  test('canary: another number would be seen', () =>
    expect(constantIn('program/account/enrolment.ts', 'UNCONFIRMED_DAYS')).not.toBe(8));
  test('says of the queues what they are built with', () => {
    const queues = read('infra/constructs/queues.ts');
    const days = [...queues.matchAll(/retentionPeriod: Duration\.days\((\d+)\)/g)]
      .map((m) => Number(m[1]))
      .sort((a, b) => a - b);
    const [, few, many] = /(\d+) days; (\d+) days where they failed/.exec(text) ?? [];
    expect(days).toEqual([Number(few), Number(many)]);
  });
  test('agrees with what the page about privacy promises', () => {
    const page = read('web/pages/public/privacy.ts');
    expect(page).toContain('Seven days');
    expect(page).toMatch(/A reply that you send[^\]]+'Seven days'/);
    expect(constantIn('infra/data-stack.ts', 'KEPT_DAYS')).toBe(7);
    expect(page).toMatch(/network you signed up from[^\]]+'One hour'/);
    expect(constantIn('functions/signup/count-sign-up.ts', 'HOUR_MINUTES')).toBe(60);
    expect(page).toContain('One year');
    expect(page).toContain('within 35 days');
    expect(constantIn('infra/data-stack.ts', 'RECOVERY_DAYS')).toBeLessThanOrEqual(35);
  });
});
