/** What the observers see: effects in the simulated world, never the word of the code that is watched. */

import type { FunctionName } from '../../../functions/shell/env.ts';
import type { Commit, LogFields } from '../../../functions/shell/ports.ts';
import type { Participant } from '../../../program/participant/state.ts';
import type { MemoryStore } from '../memory/memory-store.ts';
import type { FaultPlan } from '../plan.ts';
import type { AcceptedMail } from '../ses.ts';
import type { Invocation } from '../worker.ts';

/** Invariants of any moment (I), of the end (L), and conditions that some seed has to reach (T). */
export interface Violation {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly what: string;
}
export interface CommitFact {
  readonly commit: Commit;
  readonly before: Participant | null;
  readonly rev: number;
  readonly at: number;
  readonly by: Invocation | null;
}
export interface AnswerFact {
  readonly email: string;
  readonly method: string;
  readonly path: string;
  readonly about: 'stop-sign' | 'answer' | 'leave' | null;
  readonly status: number;
  readonly location: string;
  readonly body: string;
  readonly at: number;
  /** Ports that failed in this invocation. */
  readonly met: ReadonlySet<string>;
}
export interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
  readonly fn: FunctionName;
  readonly at: number;
}
/** A hint is put on a queue. */
export interface HintFact {
  readonly queue: string;
  readonly who: string;
  /** So many about the same person wait there, this one too. */
  readonly waiting: number;
}
export interface Scene {
  readonly store: MemoryStore;
  readonly faults: FaultPlan;
  readonly begins: number;
  readonly accepted: readonly AcceptedMail[];
  readonly site: string;
  now(): number;
  violated(id: string, who: string, what: string): void;
  /** Counts a "sometimes". */
  reached(id: string, what: string): void;
}
export interface EndFact {
  /** When the faults ended. */
  readonly quietSince: number;
  readonly emails: readonly string[];
  readonly waiting: Readonly<Record<'urgent' | 'routine' | 'feedback', number>>;
  readonly dead: readonly { readonly queue: string; readonly body: string }[];
  readonly lines: readonly Line[];
  /** Calls to the provider, and those beyond its rate. */
  readonly calls: { readonly total: number; readonly throttled: number };
  /** Was the stage told the rate that the provider takes? */
  readonly rateKnown: boolean;
}
export interface Observer {
  commit?(fact: CommitFact): void;
  accept?(mail: AcceptedMail): void;
  answer?(fact: AnswerFact): void;
  line?(line: Line): void;
  hint?(fact: HintFact): void;
  threw?(fn: FunctionName, error: unknown): void;
  end?(fact: EndFact): void;
}

export const isPerson = (state: Participant | null): state is Exclude<Participant, { status: 'erased' }> =>
  state !== null && state.status !== 'erased';
