/**
 * Build step of the bench: its browser code as one script, and the written lives that can be lived there, as
 * JSON.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Persona, type PersonaAct, readPersona } from '../../simulate/personas/persona.ts';
import { ROOT } from '../quality/guards/tree.ts';

const PERSONAS = 'test/journeys/personas';
const OUT = 'dist/workbench';
/** What a runner of the bench can do on the pages; a life that needs more is played by `npm run play`. */
const PLAYED = ['easier', 'repeat', 'resume', 'unsubscribe', 'pauseDays', 'pauseUntil', 'worse', 'reply'];

const isPlayed = ({ afterHours: _, ...act }: PersonaAct): boolean =>
  Object.keys(act).every((name) => PLAYED.includes(name));

/** True of a life that confirms and does only what the bench can do. */
function canBeLived({ confirms, acts, weeks, maintenance }: Persona): boolean {
  const said = [...weeks, ...maintenance].flatMap((week) => (week === 'silent' ? [] : week.acts));
  return confirms && [...acts, ...said].every(isPlayed);
}

/** Writes `dist/workbench/client.js` and `personas.json`; returns their names. */
export async function buildWorkbench(): Promise<readonly string[]> {
  const { build } = await import('esbuild');
  mkdirSync(path.join(ROOT, OUT), { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['local/workbench/client/main.ts'],
    outfile: `${OUT}/client.js`,
    bundle: true,
    platform: 'browser',
    target: 'es2023',
    format: 'iife',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const lives = readdirSync(path.join(ROOT, PERSONAS))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({
      id: path.basename(file, '.yaml'),
      ...readPersona(path.join(ROOT, PERSONAS, file)),
    }))
    .filter(canBeLived);
  writeFileSync(path.join(ROOT, OUT, 'personas.json'), JSON.stringify(lives));
  return [`${OUT}/client.js`, `${OUT}/personas.json`];
}
