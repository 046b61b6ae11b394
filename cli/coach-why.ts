/** `npm run coach -- why ID --reason TEXT [--at DATE]`: why a participant got a mail on a day, or none. */
import { inOurWords } from '../tools/coach/faults.ts';
import { openPerson, reasonOf } from '../tools/coach/person.ts';
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

/** What is held about them now; the look and its reason are noted first. */
async function opened(
  id: string,
  reason: string,
  where: { readonly site: string; readonly stage: string | undefined },
) {
  const { localDesk, stageDesk } = await import('../tools/coach/desk.ts');
  const desk = await (where.stage === undefined
    ? localDesk(where.site, '--site')
    : stageDesk(settingsOf(where.stage)));
  try {
    return { everything: await openPerson(desk, id, reason), now: desk.clock.now() };
  } finally {
    desk.close();
  }
}

/** The command; resolves to its exit code. */
export const why = command(
  {
    name: 'npm run coach -- why',
    does: 'says why somebody got a mail on a day, or none, with the chain of causes; noted on their page.',
    options: {
      reason: { type: 'string', value: 'TEXT', help: 'why one person is opened; they can read it' },
      at: { type: 'string', value: 'DATE', help: 'a day of the participant, or an instant; now if not said' },
      site: { type: 'string', value: 'URL', help: `of the local run, ${LOCAL} if not said` },
      stage: STAGE,
      profile: { type: 'string', value: 'NAME', help: 'credentials of this profile' },
      json: { type: 'boolean', help: 'as JSON, for a program' },
    },
    positionals: { name: 'ID', help: 'the id of the participant' },
  },
  async ({ values: { reason, at, site, stage, profile, json }, positionals: [id, more] }) => {
    if (id === undefined || more !== undefined)
      throw new Error(
        'Name one participant: npm run coach -- why 0123456789ABCDEF --at 2026-03-08 ' +
          '--reason "asked by phone".',
      );
    const asked = at === undefined ? null : askedOf(at);
    const why = reasonOf(reason);
    if (profile !== undefined) process.env.AWS_PROFILE = profile;
    const { everything, now } = await opened(id, why, { site: site ?? LOCAL, stage }).catch((fault) => {
      throw inOurWords(fault, stage ?? 'local');
    });
    const { inWords, whyOf } = await import('../tools/coach/why/why.ts');
    const answer = whyOf(everything, asked ?? now);
    process.stdout.write(json === true ? `${JSON.stringify(answer, null, 2)}\n` : inWords(answer));
    return 0;
  },
);
