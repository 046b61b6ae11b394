import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { playJourney } from '../../simulate/personas/journey.ts';
import { readPersona } from '../../simulate/personas/persona.ts';
import { transcript } from '../../simulate/personas/transcript.ts';
import { theCurriculum } from '../support/curriculum.ts';

const folder = new URL('personas/', import.meta.url).pathname;
const curriculum = theCurriculum();
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .sort();

test.each(files)('%s plays as its transcript says', async (file) => {
  const persona = readPersona(`${folder}${file}`);
  const journey = playJourney(persona, curriculum);
  await expect(transcript(persona, journey, curriculum)).toMatchFileSnapshot(
    `transcripts/${file.replace('.yaml', '.md')}`,
  );
});
