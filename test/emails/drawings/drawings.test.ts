/**
 * The exercise drawings: one for every exercise and variant, one family, made of the poses as they are, and
 * pictures that carry no word.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DRAWINGS } from '../../../emails/drawings/drawings.ts';
import { joint } from '../../../emails/drawings/geometry.ts';
import { DRAWING_SIZE } from '../../../program/course/plan.ts';
import { buildDrawings, DRAWINGS_FOLDER, drawingFile, rasteriser } from '../../../tools/build/drawings.ts';
import { ROOT } from '../../../tools/quality/guards/tree.ts';
import { theCurriculum } from '../../support/curriculum.ts';

const folder = path.join(ROOT, DRAWINGS_FOLDER);
const curriculum = theCurriculum();
const ids = Object.keys(curriculum.exercises).sort();
const scratch = mkdtempSync(path.join(tmpdir(), 'drawings-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Width and height of a PNG stand in its first chunk. */
const sizeOf = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the exercise drawings', () => {
  it('are those of the curriculum, variants included: none is missing, none is left over', () => {
    expect(ids.filter((id) => !id.match(/[a-z]$/))).toHaveLength(28);
    expect(Object.keys(DRAWINGS).sort()).toEqual(ids);
    expect(readdirSync(folder).sort()).toEqual(
      ['made-of.json', ...ids.flatMap((id) => [`${id}.png`, `${id}.svg`, `${id}@2x.png`])].sort(),
    );
  });

  it.each(ids)('%s is drawn as its pose says, under the name the curriculum knows', (id) => {
    const svg = readFileSync(path.join(folder, `${id}.svg`), 'utf8');
    expect(svg).toBe(DRAWINGS[id]?.());
    expect(curriculum.exercises[id]?.drawing.file).toBe(
      `${id}.${createHash('sha256').update(svg).digest('hex').slice(0, 10)}`,
    );
    expect(svg).toContain(`width="${DRAWING_SIZE.width}" height="${DRAWING_SIZE.height}"`);
  });

  it.each(ids)('%s has no letter, nothing from elsewhere and its own ground', (id) => {
    const svg = DRAWINGS[id]?.() ?? '';
    expect(svg).not.toMatch(/<text|<image|<script|href=|url\(|NaN|undefined|Infinity/);
    expect(svg).toMatch(/^<svg [^>]*><rect [^>]*fill="#f1f6f5"/);
  });

  it.each(ids)('%s shows what works in colour and where it goes with an arrow, or that it is held', (id) => {
    const svg = DRAWINGS[id]?.() ?? '';
    expect(svg).toContain('#f2892b');
    expect(svg).toContain('#bb4d0e');
  });

  it('are pictures at one and two pixels a point, made of the SVG beside them, light enough for a mail', async () => {
    const rasterise = await rasteriser();
    const madeOf = JSON.parse(readFileSync(path.join(folder, 'made-of.json'), 'utf8')) as Record<
      string,
      string
    >;
    for (const id of ids) {
      expect(`${id}.${madeOf[id]}`).toBe(drawingFile(id));
      const [once, twice] = ['.png', '@2x.png'].map((suffix) =>
        readFileSync(path.join(folder, `${id}${suffix}`)),
      );
      expect(sizeOf(once as Buffer)).toEqual([DRAWING_SIZE.width, DRAWING_SIZE.height]);
      expect(sizeOf(twice as Buffer)).toEqual([2 * DRAWING_SIZE.width, 2 * DRAWING_SIZE.height]);
      expect(twice?.byteLength).toBeLessThan(60_000);
    }
    const svg = readFileSync(path.join(folder, 'EX-05.svg'), 'utf8');
    expect(
      Buffer.compare(Buffer.from(rasterise(svg, 2)), readFileSync(path.join(folder, 'EX-05@2x.png'))),
    ).toBe(0);
  });

  it('have words that tell what to do and repeat no other', () => {
    const alts = ids.map((id) => curriculum.exercises[id]?.drawing.alt ?? '');
    expect(new Set(alts).size).toBe(ids.length);
    for (const alt of alts) expect(alt).toMatch(/\b1 .+; 2 |\b1 .+, or 2 /);
  });
});

describe('the build of the drawings', () => {
  it('makes everything in an empty folder, nothing the second time, and only what changed the third', async () => {
    expect(await buildDrawings(scratch)).toHaveLength(ids.length);
    expect(await buildDrawings(scratch)).toEqual([]);
    rmSync(path.join(scratch, 'EX-07.png'));
    writeFileSync(path.join(scratch, 'EX-99.svg'), '<svg/>');
    expect(await buildDrawings(scratch)).toEqual(['EX-07']);
    expect(readdirSync(scratch)).not.toContain('EX-99.svg');
  });

  it('canary: an exercise nobody drew has no file, and the curriculum says so', () => {
    expect(drawingFile('EX-99')).toBeNull();
    expect(drawingFile('EX-05', scratch)).toBe(drawingFile('EX-05'));
  });

  it('canary: a limb that cannot reach is refused, not stretched', () => {
    expect(() => joint([0, 0], [50, 0], { first: 20, second: 20, bend: 1 })).toThrow(
      'no limb of 40 px reaches 50 px',
    );
    expect(joint([0, 0], [0, 40], { first: 20, second: 20, bend: 1 })[1]).toBeCloseTo(20, 1);
  });
});
