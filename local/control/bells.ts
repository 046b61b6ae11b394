/** What would have woken the operator of a deployment, in order (docs/contract.md §4). */
import type { Instant } from '../../program/kernel/time.ts';
import type { LogLine } from '../aws/lambdas.ts';

export interface Bell {
  readonly at: Instant;
  /** A line of the log that is on the list, `dead-letters`, or `function-failed`. */
  readonly alarm: string;
  readonly participantId?: string;
}
export interface Bells {
  readonly all: Bell[];
  line(line: LogLine): void;
  /** A message that was given up after five tries. */
  dead(body: string): void;
  /** A function that nobody waits for broke off; `isDead` = and is not called again. */
  failed(isDead: boolean): void;
}

const KEPT = 1_000;

function participantIn(body: string): string | undefined {
  try {
    const { participantId } = Object(JSON.parse(body)) as { readonly participantId?: unknown };
    return typeof participantId === 'string' ? participantId : undefined;
  } catch {
    return undefined;
  }
}

export function makeBells(now: () => Instant): Bells {
  const all: Bell[] = [];
  const ring = (alarm: string, participantId: string | undefined): void => {
    all.push({ at: now(), alarm, ...(participantId === undefined ? {} : { participantId }) });
    if (all.length > KEPT) all.shift();
  };
  return {
    all,
    line: ({ message, fields }) => ring(message, fields.participantId),
    dead: (body) => ring('dead-letters', participantIn(body)),
    failed: (isDead) => ring(isDead ? 'dead-letters' : 'function-failed', undefined),
  };
}
