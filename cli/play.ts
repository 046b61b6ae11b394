/**
 * `npm run play -- FILE.yaml`: plays a persona through the pure programme and prints its transcript.
 * `--repro ID`: first makes the persona, of a participant of the local run.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Journey } from '../simulate/personas/journey.ts';
import type { Repro } from '../simulate/personas/repro/repro.ts';
import { command, runIfStarted } from '../tools/command.ts';

const EXAMPLE = 'npm run play -- test/journeys/personas/calm.yaml';
const LOCAL = `http://localhost:${process.env.PORT ?? '4100'}`;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function playPersona(file: string): Promise<Journey> {
  const [{ readPersona }, { playJourney }, { transcript }, { loadCurriculum }] = await Promise.all([
    import('../simulate/personas/persona.ts'),
    import('../simulate/personas/journey.ts'),
    import('../simulate/personas/transcript.ts'),
    import('../tools/build/curriculum/curriculum.ts'),
  ]);
  const persona = readPersona(file);
  const curriculum = loadCurriculum();
  const begun = performance.now();
  const journey = playJourney(persona, curriculum);
  const ms = performance.now() - begun;
  print(transcript(persona, journey, curriculum));
  print(`${journey.events.length} events, played in ${ms.toFixed(0)} ms.`);
  return journey;
}

interface Wish {
  readonly id: string;
  readonly site: string;
  readonly to: string;
}
/** Writes the persona of a participant, plays the file, and holds its mails against those of the run. */
async function playRepro({ id, site, to }: Wish): Promise<number> {
  const [{ heldLocally }, { reproOf }, { loadCurriculum }, { stringify }] = await Promise.all([
    import('../tools/coach/why/held.ts'),
    import('../simulate/personas/repro/repro.ts'),
    import('../tools/build/curriculum/curriculum.ts'),
    import('yaml'),
  ]);
  const { everything, now } = await heldLocally(id, site);
  const made = reproOf(everything.journal, now, loadCurriculum());
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, stringify(JSON.parse(JSON.stringify(made.persona))));
  const journey = await playPersona(to);
  return compared(made, journey, now, to);
}

function compared({ mails, leftOut }: Repro, journey: Journey, now: string, to: string): number {
  const played = journey.steps.flatMap((step) =>
    step.type === 'mail' && step.at <= now ? [step.mail.occasion] : [],
  );
  for (const what of leftOut) print(`No persona can do this, it is left out: ${what}`);
  const at = mails.findIndex((occasion, n) => played[n] !== occasion);
  const same = at < 0 && played.length === mails.length;
  print(
    same
      ? `${to} plays to the same ${mails.length} mails.`
      : `${to} plays to other mails from the ${(at < 0 ? mails.length : at) + 1}th on: ` +
          `${played.join(' ')} instead of ${mails.join(' ')}`,
  );
  return same ? 0 : 1;
}

/** The command; resolves to its exit code. */
export const play = command(
  {
    name: 'npm run play',
    does: 'plays a persona through the pure programme and prints its transcript.',
    options: {
      repro: {
        type: 'string',
        value: 'ID',
        help: 'the persona is made of this participant of the local run',
      },
      site: { type: 'string', value: 'URL', help: `of the local run, ${LOCAL} if not said` },
      to: {
        type: 'string',
        value: 'FILE',
        help: 'where that persona is written, dist/repro/ID.yaml if not said',
      },
    },
    positionals: { name: 'FILE.yaml', help: 'a persona, such as test/journeys/personas/calm.yaml' },
  },
  async ({ values: { repro, site, to }, positionals: [file, more] }) => {
    if (repro !== undefined) {
      if (file !== undefined) throw new Error('Name a file or a participant, not both.');
      if (!/^[0-9A-Z]{1,32}$/.test(repro))
        throw new Error(`--repro is the id of a participant, such as 0123456789ABCDEF; it is "${repro}".`);
      return await playRepro({
        id: repro,
        site: site ?? LOCAL,
        to: to ?? path.join('dist', 'repro', `${repro}.yaml`),
      });
    }
    if (file === undefined || more !== undefined)
      throw new Error(`Name one persona, for example: ${EXAMPLE}`);
    if (!existsSync(file)) throw new Error(`There is no file ${file}. An example that is there: ${EXAMPLE}`);
    await playPersona(file);
    return 0;
  },
);

await runIfStarted(import.meta, play);
