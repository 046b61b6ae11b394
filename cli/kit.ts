/** `npm run kit -- --stage NAME`: what a stage needs for its launch, as files to print, send and paste. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StageSettings } from '../infra/stages.ts';
import type { Figures } from '../tools/coach/cohort/figures.ts';
import { command, runIfStarted } from '../tools/command.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';
import { STAGE, settingsOf } from './cdk.ts';

const FOLDER = 'dist/kit';

/** Reads everybody of the deployed stage. Throws a sentence where it cannot. */
async function figuresOfStage(settings: StageSettings): Promise<Figures> {
  const [{ stageDesk }, { everybody }, { figuresOf }, { inOurWords }] = await Promise.all([
    import('../tools/coach/desk.ts'),
    import('../tools/coach/cohort/everybody.ts'),
    import('../tools/coach/cohort/figures.ts'),
    import('../tools/coach/faults.ts'),
  ]);
  try {
    const desk = await stageDesk(settings);
    try {
      return figuresOf(await everybody(desk, () => undefined), desk.clock.now());
    } finally {
      desk.close();
    }
  } catch (fault) {
    throw inOurWords(fault, settings.name);
  }
}

/** The command; resolves to its exit code. */
export const kit = command(
  {
    name: 'npm run kit',
    does: 'writes a poster, a newsletter, the request to SES and a page for the committee to dist/kit.',
    options: {
      stage: STAGE,
      month: { type: 'boolean', help: 'also the figures of the deployed stage, of nobody alone' },
      profile: { type: 'string', value: 'NAME', help: 'credentials of this profile, for the figures' },
    },
  },
  async ({ values: { stage, month, profile } }) => {
    if (stage === undefined)
      throw new Error('Say which stage: npm run kit -- --stage prod. Stages are described in cdk.json.');
    if (profile !== undefined && month !== true)
      throw new Error('--profile is for --month alone: the rest of the kit needs no account.');
    const settings = settingsOf(stage);
    if (profile !== undefined) process.env.AWS_PROFILE = profile;
    const figures = month === true ? await figuresOfStage(settings) : null;
    const [{ kitOf }, { loadCurriculum }] = await Promise.all([
      import('../tools/kit/kit.ts'),
      import('../tools/build/curriculum/curriculum.ts'),
    ]);
    const folder = path.join(ROOT, FOLDER);
    // What an earlier stage left must not be handed out with this one.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(kitOf(settings, loadCurriculum(), figures))) {
      writeFileSync(path.join(folder, name), text);
      process.stdout.write(`${FOLDER}/${name}\n`);
    }
    return 0;
  },
);

await runIfStarted(import.meta, kit);
