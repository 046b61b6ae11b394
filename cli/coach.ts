/**
 * `npm run coach -- VERB …`: the operator's command line, on the local run or a deployed stage. Ends with 1
 * when something is wrong, after one sentence that says what to do.
 */
import { COMMON, type Given, OPTIONS, type OptionName } from '../tools/coach/verb.ts';
import { VERBS, verbOf } from '../tools/coach/verbs.ts';
import { command, runIfStarted } from '../tools/command.ts';
import { settingsOf } from './cdk.ts';

const DEFAULT_URL = `http://localhost:${process.env.PORT ?? '4100'}`;

/** An option that says nothing to the verb was meant for another one. */
function refuseForeign(given: Given, usage: string, takes: readonly OptionName[]): void {
  const allowed = [...COMMON, ...takes];
  const foreign = (Object.keys(OPTIONS) as OptionName[]).find(
    (name) => given[name] !== undefined && given[name] !== false && !allowed.includes(name),
  );
  if (foreign !== undefined)
    throw new Error(
      `"${usage}" takes no --${foreign}. It takes ${allowed.map((name) => `--${name}`).join(', ')}.`,
    );
}

function settingsFor(given: Given) {
  if (given.stage === undefined)
    throw new Error(
      'Say which stage: npm run coach -- doctor --stage prod. Stages are described in cdk.json.',
    );
  return settingsOf(given.stage);
}

export const coach = command(
  {
    name: 'npm run coach',
    does: 'works on a stage or on the local run: who needs a look, one person, what may leave, all figures.',
    options: OPTIONS,
    positionals: {
      name: 'VERB',
      help: `what to do: ${Object.values(VERBS)
        .map(({ usage }) => usage)
        .join(', ')}, or why, which has a help of its own`,
    },
  },
  async ({ values: given, positionals }) => {
    const { entry, args } = verbOf(positionals);
    refuseForeign(given, entry.usage, entry.takes);
    if (given.profile !== undefined) process.env.AWS_PROFILE = given.profile;
    if (given.stage !== undefined) settingsOf(given.stage);
    const { localDesk, stageDesk } = await import('../tools/coach/desk.ts');
    let opened: Awaited<ReturnType<typeof localDesk>> | null = null;
    const desk = async () => {
      opened ??= await (given.stage === undefined
        ? localDesk(given.url ?? DEFAULT_URL)
        : stageDesk(settingsFor(given)));
      return opened;
    };
    try {
      const verb = await entry.load();
      const { text, json, code = 0 } = await verb({ args, given, desk, settings: () => settingsFor(given) });
      process.stdout.write(given.json ? `${JSON.stringify(json, null, 2)}\n` : text);
      return code;
    } catch (fault) {
      const { inOurWords } = await import('../tools/coach/faults.ts');
      throw inOurWords(fault, given.stage ?? 'local');
    } finally {
      (opened as { close(): void } | null)?.close();
    }
  },
);

/** Verbs with a command line of their own. */
const OTHERS: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> = {
  why: async () => (await import('./coach-why.ts')).why,
};

await runIfStarted(import.meta, async (args) => {
  const other = OTHERS[args[0] ?? ''];
  return other === undefined ? await coach(args) : await (await other())(args.slice(1));
});
