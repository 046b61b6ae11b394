/**
 * `npm run coach -- doctor --stage X` and `why ID`: the operator's command line. Ends with 1 when something is
 * wrong.
 */
import { command, runIfStarted } from '../tools/command.ts';
import { STAGE, settingsOf } from './cdk.ts';

const doctor = command(
  {
    name: 'npm run coach',
    does: "looks whether all is well with a stage: 'doctor' says what is wrong and what to do about it; 'why' has a help of its own.",
    options: {
      stage: STAGE,
      json: { type: 'boolean', help: 'as JSON, for a program' },
      profile: { type: 'string', value: 'NAME', help: 'credentials of this profile' },
    },
    positionals: { name: 'doctor', help: 'what to do' },
  },
  async ({ values: { stage, json, profile }, positionals: [what, more] }) => {
    if (what !== 'doctor' || more !== undefined)
      throw new Error(`Say what to do: npm run coach -- doctor --stage ${stage ?? 'prod'}.`);
    if (stage === undefined) throw new Error('Say which stage: npm run coach -- doctor --stage prod.');
    const settings = settingsOf(stage);
    if (profile !== undefined) process.env.AWS_PROFILE = profile;
    const [{ gather }, { examine, report }, { makeCloud }] = await Promise.all([
      import('../tools/coach/facts.ts'),
      import('../tools/coach/doctor.ts'),
      import('../tools/stage/cloud.ts'),
    ]);
    const findings = examine(settings, await gather(settings, await makeCloud(settings.region)));
    process.stdout.write(json === true ? `${JSON.stringify(findings, null, 2)}\n` : report(findings));
    return findings.every(({ ok }) => ok) ? 0 : 1;
  },
);

/** Subcommands with a file of their own. */
const OTHERS: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> = {
  why: async () => (await import('./coach-why.ts')).why,
};

await runIfStarted(import.meta, async (args) => {
  const other = OTHERS[args[0] ?? ''];
  return other === undefined ? await doctor(args) : await (await other())(args.slice(1));
});
