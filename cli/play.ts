/** `npm run play -- FILE.yaml`: plays a persona through the pure programme and prints its transcript. */
import { existsSync } from 'node:fs';
import { playJourney } from '../simulate/personas/journey.ts';
import { readPersona } from '../simulate/personas/persona.ts';
import { transcript } from '../simulate/personas/transcript.ts';
import { loadCurriculum } from '../tools/build/curriculum.ts';

const file = process.argv[2];
if (file === undefined || !existsSync(file)) {
  console.error(
    `Which persona? npm run play -- FILE.yaml, for example: npm run play -- test/journeys/personas/calm.yaml${file === undefined ? '' : ` (there is no ${file})`}`,
  );
  process.exit(2);
}
try {
  const persona = readPersona(file);
  const curriculum = loadCurriculum();
  const begun = performance.now();
  const journey = playJourney(persona, curriculum);
  const ms = performance.now() - begun;
  console.log(transcript(persona, journey, curriculum));
  console.log(`${journey.events.length} events, played in ${ms.toFixed(0)} ms.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
