import { expect, test } from 'vitest';
import { transcript } from '../../simulate/personas/transcript.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { PERSONA_NAMES, playedPersona } from '../support/personas.ts';

const curriculum = theCurriculum();

test.each(PERSONA_NAMES)('%s.yaml plays as its transcript says', async (name) => {
  const { persona, ...journey } = playedPersona(name);
  await expect(transcript(persona, journey, curriculum)).toMatchFileSnapshot(`transcripts/${name}.md`);
});
