/**
 * The lives of the written personas, each played once in a worker: the files of tests that look at all of
 * them share what was played.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Journey, playJourney } from '../../simulate/personas/journey.ts';
import { type Persona, readPersona } from '../../simulate/personas/persona.ts';
import { theCurriculum } from './curriculum.ts';

const FOLDER = path.join(import.meta.dirname, '../journeys/personas');

/** The names of the written personas: their files, without `.yaml`. */
export const PERSONA_NAMES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''))
  .sort();

export interface PlayedPersona extends Journey {
  readonly name: string;
  readonly persona: Persona;
}
const played = new Map<string, PlayedPersona>();

/** The life of one written persona. Throws where there is no such file. */
export function playedPersona(name: string): PlayedPersona {
  const before = played.get(name);
  if (before !== undefined) return before;
  const persona = readPersona(path.join(FOLDER, `${name}.yaml`));
  const life = { name, persona, ...playJourney(persona, theCurriculum()) };
  played.set(name, life);
  return life;
}

/** The lives of all written personas, in the order of their names. */
export const playedPersonas = (): readonly PlayedPersona[] => PERSONA_NAMES.map(playedPersona);
