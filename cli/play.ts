/** `npm run play -- FILE.yaml`: plays a persona through the pure programme and prints its transcript. */
import { existsSync } from 'node:fs';
import { command, runIfStarted } from '../tools/command.ts';

const EXAMPLE = 'npm run play -- test/journeys/personas/calm.yaml';

const run = command(
  {
    name: 'npm run play',
    does: 'plays a persona through the pure programme and prints its transcript.',
    options: {},
    positionals: { name: 'FILE.yaml', help: 'a persona, such as test/journeys/personas/calm.yaml' },
  },
  async ({ positionals: [file, more] }) => {
    if (file === undefined || more !== undefined)
      throw new Error(`Name one persona, for example: ${EXAMPLE}`);
    if (!existsSync(file)) throw new Error(`There is no file ${file}. An example that is there: ${EXAMPLE}`);
    const [{ readPersona }, { playJourney }, { transcript }, { loadCurriculum }] = await Promise.all([
      import('../simulate/personas/persona.ts'),
      import('../simulate/personas/journey.ts'),
      import('../simulate/personas/transcript.ts'),
      import('../tools/build/curriculum.ts'),
    ]);
    const persona = readPersona(file);
    const curriculum = loadCurriculum();
    const begun = performance.now();
    const journey = playJourney(persona, curriculum);
    const ms = performance.now() - begun;
    process.stdout.write(`${transcript(persona, journey, curriculum)}\n`);
    process.stdout.write(`${journey.events.length} events, played in ${ms.toFixed(0)} ms.\n`);
    return 0;
  },
);

await runIfStarted(import.meta, run);
