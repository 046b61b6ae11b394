/**
 * The table of a person's data: any text comes back as it was, and no cell is a formula to whatever program
 * opens it (docs/architecture.md §9.5).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf, neutral } from '../../../functions/records/csv.ts';
import { exportRows } from '../../../views/export/export.ts';
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
const STARTERS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'] as const;
const UNSEEN = ['', ' ', '\u00a0', '\u200b', '\u00ad', '\u0000', '\ufeff', '\u2060', '\u3164'] as const;
const isUnseen = (sign: string): boolean =>
  sign.trim() === '' || sign < ' ' || (UNSEEN as readonly string[]).includes(sign);
/** The cells that table programs of any country would make of this one, said apart from the code. */
const cellsOf = (text: string): readonly string[] =>
  [text, ...text.split(/[;\t\r\n]/)].map((cell) => {
    const signs = [...cell];
    const first = signs.findIndex((sign) => !isUnseen(sign));
    return first < 0 ? '' : signs.slice(first).join('');
  });
const runs = (text: string): boolean =>
  cellsOf(text).some((cell) => STARTERS.some((sign) => cell.startsWith(sign)));
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
const held = (text: string): string => readCsv(csvOf([[text, 'x']]))[0]?.[0] ?? '';
const asWritten = (text: string): string => text.replace(/'/g, '');

describe('a cell', () => {
  test.each(
    STARTERS.flatMap((sign) => [
      `${sign}1+1`,
      `${sign}HYPERLINK("https://evil.example","x")`,
      ...UNSEEN.map((before) => `${before}${sign}cmd|' /C calc'!A0`),
      ...[';', '\t', '\r', '\n', '; '].map((split) => `fine${split}${sign}SUM(A1)`),
    ]),
  )('that begins like a formula, here or where it is split, does not run: %j', (text) => {
    expect(runs(text)).toBe(true);
    expect(runs(held(text))).toBe(false);
    expect(asWritten(held(text))).toBe(asWritten(text));
  });
  test.each([
    ['Ann', 'Ann'],
    ['Jean-Luc O’Neill', 'Jean-Luc O’Neill'],
    ['-Zoë, my "new" shoes\r\nrubbed', `"'-Zoë, my ""new"" shoes\r\nrubbed"`],
    ['+1 on the hill', "'+1 on the hill"],
    ['@home, stairs', `"'@home, stairs"`],
    ['- felt good\n- slept well', `"'- felt good\n'- slept well"`],
    ['calf = fine', 'calf = fine'],
    ['3 x 15, no pain', '"3 x 15, no pain"'],
    ['2026-03-02T06:00:00.000Z', '2026-03-02T06:00:00.000Z'],
    ['-5', '-5'],
    ['-5.5', '-5.5'],
    ['+5', "'+5"],
    ['-5+A1', "'-5+A1"],
    ['', ''],
  ])('of a name, a note or a number: %j', (text, cell) => expect(csvOf([[text, 'x']])).toBe(`${cell},x\r\n`));

  test('comes back as it was but for apostrophes, and never runs, whatever was written', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...STARTERS, ...UNSEEN, '"', ',', '\n', '\r\n', '\t', 'a', '1', "'", ';'), {
          maxLength: 12,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const back = held(written);
        expect(asWritten(back)).toBe(asWritten(written));
        if (!isNumber(back)) expect(runs(back)).toBe(false);
      }),
      { numRuns: cases(2000) },
    );
  });

  test.each(['\n', ';', ' ', '\u200b', '=', '"', '\t;'])(
    'takes time that grows with its length: %j',
    (part) => {
      // Linear work has a run of 200 000 signs done at once; quadratic work would take minutes.
      expect(neutral(part.repeat(200_000)).length).toBeGreaterThanOrEqual(200_000);
    },
  );
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
          sessions: [],
        } as never;
        const lines = readCsv(csvOf(exportRows(file)));
        expect(lines.at(-1)).toEqual(['']);
        const rows = lines.slice(0, -1);
        expect(rows[0]).toEqual(['at', 'record', 'field', 'value']);
        expect(rows.every((row) => row.length === 4)).toBe(true);
        for (const [record, field] of [
          ['person', 'firstName'],
          ['CheckedIn', 'answers.note'],
          ['mail', 'kind'],
        ])
          expect(asWritten(rows.find((row) => row[1] === record && row[2] === field)?.[3] ?? '')).toBe(
            asWritten(note),
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
