/**
 * The table of a person's data: any text comes back as it was, and no cell is a formula to whatever program
 * opens it (docs/architecture.md §9.5).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, exportCsv } from '../../../views/export/export.ts';
import { cases } from '../../support/effort.ts';

/** RFC 4180 by the book: lines of cells; quotes doubled inside quotes. */
function readCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    lines.at(-1)?.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ',') end();
    else if (!quoted && c === '\r' && text[i + 1] === '\n') {
      end();
      lines.push([]);
      i += 1;
    } else cell += c;
  }
  end();
  return lines;
}
const STARTERS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'] as const;
/**
 * What a table program takes for a formula, said apart from the code: the first sign of any line that is not
 * white.
 */
const runs = (cell: string): boolean =>
  cell.split(/[\n\r]/).some((line) => STARTERS.some((sign) => line.trimStart().startsWith(sign))) ||
  cell.startsWith('\t') ||
  cell.startsWith('\r');
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
const held = (text: string): string => readCsv(csvCell(text))[0]?.[0] ?? '';

describe('a cell', () => {
  test.each(
    STARTERS.flatMap((sign) => [
      `${sign}1+1`,
      `${sign}HYPERLINK("https://evil.example","x")`,
      `  ${sign}cmd|' /C calc'!A0`,
      `fine\n${sign}SUM(A1)`,
    ]),
  )('that begins like a formula does not run: %j', (text) => {
    expect(held(text)).toBe(`'${text}`);
    expect(held(text).startsWith("'")).toBe(true);
  });
  test.each([
    ['Ann', 'Ann'],
    ['Jean-Luc O’Neill', 'Jean-Luc O’Neill'],
    ['-Zoë, my "new" shoes\r\nrubbed', `"'-Zoë, my ""new"" shoes\r\nrubbed"`],
    ['+1 on the hill', "'+1 on the hill"],
    ['@home, stairs', `"'@home, stairs"`],
    ['- felt good\n- slept well', `"'- felt good\n- slept well"`],
    ['calf = fine', 'calf = fine'],
    ['3 x 15, no pain', '"3 x 15, no pain"'],
    ['2026-03-02T06:00:00.000Z', '2026-03-02T06:00:00.000Z'],
    ['-5', '-5'],
    ['-5.5', '-5.5'],
    ['+5', "'+5"],
    ['-5+A1', "'-5+A1"],
    ['', ''],
  ])('of a name, a note or a number: %j', (text, cell) => expect(csvCell(text)).toBe(cell));

  test('comes back as it was, and never runs, whatever was written', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...STARTERS, '"', ',', '\n', '\r\n', ' ', '\u00a0', 'a', '1', "'", ';'), {
          maxLength: 12,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const back = held(written);
        expect([written, `'${written}`]).toContain(back);
        if (!isNumber(back)) expect(back.startsWith("'") || !runs(back)).toBe(true);
      }),
      { numRuns: cases(2000) },
    );
  });
});

describe('the table', () => {
  test('has one value a line, four cells each, a note of any kind among them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (note) => {
        const person = { firstName: note, nothing: null, none: [], many: [1, 2] };
        const journal = [
          { rev: 1, at: 't', command: 'c', actor: 'a', events: [{ type: 'CheckedIn', answers: { note } }] },
        ];
        const file = {
          format: 'calf-coach-export-1',
          exportedAt: 't',
          person,
          journal,
          mails: [{ at: 't', kind: note }],
        } as never;
        const lines = readCsv(exportCsv(file));
        expect(lines.at(-1)).toEqual(['']);
        const rows = lines.slice(0, -1);
        expect(rows[0]).toEqual(['at', 'record', 'field', 'value']);
        expect(rows.every((row) => row.length === 4)).toBe(true);
        for (const [record, field] of [
          ['person', 'firstName'],
          ['CheckedIn', 'answers.note'],
          ['mail', 'kind'],
        ])
          expect([note, `'${note}`]).toContain(
            rows.find((row) => row[1] === record && row[2] === field)?.[3],
          );
        expect(rows.filter((row) => row[1] === 'person').map((row) => row[2])).toEqual([
          'firstName',
          'nothing',
          'none',
          'many.0',
          'many.1',
        ]);
      }),
    );
  });
});
