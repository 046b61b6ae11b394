/** What a run on this machine holds about one participant, by its control API. */
import type { Everything } from '../../../functions/shell/ports.ts';
import type { Instant } from '../../../program/kernel/time.ts';

const missing = (id: string, where: string): Error =>
  new Error(`There is no participant ${id} ${where}. Nothing is kept of somebody who was erased.`);

/** What was read, and the present instant there. */
export interface Held {
  readonly everything: Everything;
  readonly now: Instant;
}

/** From the control API of a local run; `site` is the address it printed. */
export async function heldLocally(id: string, site: string): Promise<Held> {
  const ask = async (path: string): Promise<unknown> => {
    const url = new URL(`/__local/${path}`, site);
    const answer = await fetch(url).catch(() => {
      throw new Error(`Nothing answers at ${site}. Start a run with npm start, or say --site.`);
    });
    if (answer.status === 404) throw missing(id, `in the run at ${site}`);
    if (!answer.ok) throw new Error(`${url.href} answered ${answer.status}.`);
    return await answer.json();
  };
  const { state, rev, journal, mails } = (await ask(`participants/${encodeURIComponent(id)}`)) as Pick<
    Everything,
    'rev' | 'journal' | 'mails'
  > & { readonly state: Everything['participant'] };
  const { now } = (await ask('clock')) as Pick<Held, 'now'>;
  return { everything: { participant: state, rev, journal, mails, days: [] }, now };
}
