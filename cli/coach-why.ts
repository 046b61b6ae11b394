/** `npm run coach -- why ID [--at DATE]`: why a participant got a mail on a day, or none. */
import { stackName } from '../infra/calf-coach.ts';
import type { Held } from '../tools/coach/why/held.ts';
import { command } from '../tools/command.ts';
import { STAGE, settingsOf } from './cdk.ts';

const LOCAL = `http://localhost:${process.env.PORT ?? '4100'}`;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A local date stays one; an instant gets its full form. Throws a sentence on anything else. */
function askedOf(at: string): string {
  const ms = Date.parse(at);
  if (Number.isNaN(ms) || !/^\d{4}-\d{2}-\d{2}/.test(at))
    throw new Error(
      `--at is a date such as 2026-03-08, or an instant such as 2026-03-08T09:30Z; it is "${at}".`,
    );
  return DATE.test(at) ? at : new Date(ms).toISOString();
}

async function heldOf(
  id: string,
  where: { readonly site: string; readonly stage: string | undefined },
): Promise<Held> {
  const { heldByStage, heldLocally } = await import('../tools/coach/why/held.ts');
  if (where.stage === undefined) return await heldLocally(id, where.site);
  const { region } = settingsOf(where.stage);
  const { makeCloud } = await import('../tools/stage/cloud.ts');
  const data = stackName(where.stage, 'data');
  const table = (await (await makeCloud(region)).outputs(data))['TableName'];
  if (table === undefined) throw new Error(`There is no stack ${data} in ${region}, so no table to read.`);
  return await heldByStage(id, { region, table });
}

/** The command; resolves to its exit code. */
export const why = command(
  {
    name: 'npm run coach -- why',
    does: 'says why a participant got a mail on a day, or none, with the chain of causes.',
    options: {
      at: { type: 'string', value: 'DATE', help: 'a day of the participant, or an instant; now if not said' },
      site: { type: 'string', value: 'URL', help: `of the local run, ${LOCAL} if not said` },
      stage: STAGE,
      profile: { type: 'string', value: 'NAME', help: 'credentials of this profile' },
      json: { type: 'boolean', help: 'as JSON, for a program' },
    },
    positionals: { name: 'ID', help: 'the id of the participant' },
  },
  async ({ values: { at, site, stage, profile, json }, positionals: [id, more] }) => {
    if (id === undefined || more !== undefined)
      throw new Error('Name one participant: npm run coach -- why 0123456789ABCDEF --at 2026-03-08.');
    const asked = at === undefined ? null : askedOf(at);
    if (profile !== undefined) process.env.AWS_PROFILE = profile;
    const { everything, now } = await heldOf(id, { site: site ?? LOCAL, stage });
    const { inWords, whyOf } = await import('../tools/coach/why/why.ts');
    const answer = whyOf(everything, asked ?? now);
    process.stdout.write(json === true ? `${JSON.stringify(answer, null, 2)}\n` : inWords(answer));
    return 0;
  },
);
