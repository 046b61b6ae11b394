/**
 * The exercise drawings from their poses: SVG files in the repository and, beside them, PNG at two densities
 * for mail programs. A picture is only rasterised anew when its SVG changed, so that an ordinary build needs
 * no rasteriser.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DRAWINGS } from '../../emails/drawings/drawings.ts';
import { ROOT } from '../quality/guards/tree.ts';
import { writeWhole } from './stamp.ts';

export const DRAWINGS_FOLDER = 'emails/drawings/files';
/** Which SVG each PNG was made of: id → hash. */
const MADE_OF = 'made-of.json';
/** Suffix of the file → how much larger than its 280 px. */
export const DENSITIES = { '.png': 1, '@2x.png': 2 } as const;

const hashOf = (svg: string): string => createHash('sha256').update(svg).digest('hex').slice(0, 10);

/** `EX-05.1a2b3c4d5e` of the drawing as it stands in the repository; null when there is none. */
export function drawingFile(id: string, folder = path.join(ROOT, DRAWINGS_FOLDER)): string | null {
  const file = path.join(folder, `${id}.svg`);
  return existsSync(file) ? `${id}.${hashOf(readFileSync(file, 'utf8'))}` : null;
}

/**
 * What we use of the rasteriser. Loaded by name, and only when a drawing changed: everything else builds
 * without it.
 */
const RASTERISER: string = '@resvg/resvg-wasm';
interface Resvg {
  readonly initWasm: (wasm: Uint8Array) => Promise<void>;
  readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}
type Rasterise = (svg: string, zoom: number) => Uint8Array;

/**
 * WebAssembly, so that there is nothing to install for one system or another; no fonts, as no drawing has
 * letters.
 */
export async function rasteriser(): Promise<Rasterise> {
  const { initWasm, Resvg } = (await import(RASTERISER)) as Resvg;
  const wasm = createRequire(import.meta.url).resolve(`${RASTERISER}/index_bg.wasm`);
  // A second start in the same process is refused, and is not needed.
  await initWasm(readFileSync(wasm)).catch(() => undefined);
  return (svg, zoom) =>
    new Resvg(svg, { fitTo: { mode: 'zoom', value: zoom }, font: { loadSystemFonts: false } })
      .render()
      .asPng();
}

function readMadeOf(folder: string): Readonly<Record<string, string>> {
  const file = path.join(folder, MADE_OF);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

/**
 * Writes what is new or changed, takes away what has no pose any more; returns the ids whose PNG were made.
 */
export async function buildDrawings(folder = path.join(ROOT, DRAWINGS_FOLDER)): Promise<readonly string[]> {
  const before = readMadeOf(folder);
  const after: Record<string, string> = {};
  const made: string[] = [];
  let rasterise: Rasterise | null = null;
  for (const [id, draw] of Object.entries(DRAWINGS)) {
    const svg = draw();
    after[id] = hashOf(svg);
    writeWhole(path.join(folder, `${id}.svg`), svg);
    const whole = Object.keys(DENSITIES).every((suffix) => existsSync(path.join(folder, `${id}${suffix}`)));
    if (whole && before[id] === after[id]) continue;
    rasterise ??= await rasteriser();
    for (const [suffix, zoom] of Object.entries(DENSITIES))
      writeWhole(path.join(folder, `${id}${suffix}`), rasterise(svg, zoom));
    made.push(id);
  }
  const wanted = new Set(
    Object.keys(after).flatMap((id) => ['.svg', ...Object.keys(DENSITIES)].map((suffix) => id + suffix)),
  );
  for (const file of readdirSync(folder))
    if (file !== MADE_OF && !wanted.has(file)) rmSync(path.join(folder, file));
  writeWhole(path.join(folder, MADE_OF), `${JSON.stringify(after, null, 2)}\n`);
  return made;
}
