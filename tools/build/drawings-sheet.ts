/**
 * All drawings on one sheet, for looking at them together: `npx tsx tools/build/drawings-sheet.ts [FILE]`.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DRAWINGS } from '../../emails/drawings/drawings.ts';
import { isMain, runMain } from '../command.ts';
import { ROOT } from '../quality/guards/tree.ts';
import { rasteriser } from './drawings.ts';

const COLUMNS = 5;
const [WIDTH, HEIGHT, GAP] = [280, 196, 10];

/** One SVG of all of them, row by row, in the order of their ids. */
export function sheet(): string {
  const all = Object.values(DRAWINGS).map((draw, i) => {
    const [x, y] = [GAP + (i % COLUMNS) * (WIDTH + GAP), GAP + Math.floor(i / COLUMNS) * (HEIGHT + GAP)];
    return draw().replace('<svg ', `<svg x="${x}" y="${y}" `);
  });
  const rows = Math.ceil(all.length / COLUMNS);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${COLUMNS * (WIDTH + GAP) + GAP}" height="${rows * (HEIGHT + GAP) + GAP}"><rect width="100%" height="100%" fill="#fff"/>${all.join('')}</svg>`;
}

if (isMain(import.meta)) {
  await runMain(async () => {
    const file = process.argv[2] ?? path.join(ROOT, 'docs/pictures/drawings.png');
    writeFileSync(file, (await rasteriser())(sheet(), 1));
    process.stdout.write(`${file}\n`);
    return 0;
  });
}
