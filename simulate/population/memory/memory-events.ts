/** Mails to nobody and looks at the queue of events, in memory (functions/shell/store/canaries.ts). */
import { slotOf } from '../../../functions/shell/store/canaries.ts';
import type { EventStream } from '../../../program/mails/silence.ts';
import type { Tables } from './memory-tables.ts';

export const eventLog = (tables: Tables) => ({
  eventStream: (since: string): EventStream => {
    const known = [...tables.canaries].filter(([name]) => name >= slotOf(since)).map(([, row]) => row);
    return {
      canaries: known
        .filter((row) => row.acceptedAt !== undefined || row.handledAt !== undefined)
        .map(({ at, handledAt = null }) => ({ at, handledAt })),
      emptySince: tables.emptySince,
    };
  },
  takeCanary: (at: string): string | null => {
    const name = slotOf(at);
    if (tables.canaries.has(name)) return null;
    tables.canaries.set(name, { at });
    return name;
  },
  markCanary: (name: string, what: 'accepted' | 'handled', at: string): void => {
    const row = tables.canaries.get(name);
    if (row === undefined) return;
    if (what === 'accepted') row.acceptedAt ??= at;
    else row.handledAt ??= at;
  },
  sawEventQueue: (at: string, empty: boolean): void => {
    tables.emptySince = empty ? (tables.emptySince ?? at) : null;
  },
});
