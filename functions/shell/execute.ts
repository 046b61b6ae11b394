/**
 * The one way in: load, decide, commit. What somebody else did in between is taken into account by deciding
 * again.
 */
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { apply, decide } from '../../program/decide.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { Command, Refusal } from '../../program/participant/commands.ts';
import type { ParticipantEvent } from '../../program/participant/events.ts';
import type { Participant } from '../../program/participant/state.ts';
import type { CommandOutcome, Commit, Store } from './ports.ts';

export type Executed =
  | {
      readonly kind: 'committed';
      readonly before: Participant | null;
      readonly after: Participant;
      readonly events: readonly ParticipantEvent[];
      readonly rev: number;
    }
  /** Allowed, but there was nothing to do. */
  | { readonly kind: 'unchanged'; readonly participant: Participant | null; readonly rev: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly participant: Participant | null }
  /** Carried out before, with this outcome. */
  | { readonly kind: 'repeated'; readonly outcome: CommandOutcome }
  | { readonly kind: 'claimed-elsewhere' };

/** Rows beside the person's own, in the same transaction. */
export type Beside = Pick<Commit, 'claim' | 'dispatch' | 'suppress'>;
export type Actor = 'person' | 'time' | 'ses' | 'send' | 'operator';
/** What `execute` needs of the app. */
export interface Doing {
  readonly store: Store;
  readonly curriculum: Curriculum;
}

const TRIES = 4;

/**
 * Somebody keeps changing the same person: worth another try by whoever asked (a page says so, a queue
 * delivers again).
 */
export const isBusy = (error: unknown): boolean => error instanceof Error && error.name === 'Busy';

/**
 * Carries out a command on a participant. `commandOf` makes it from what was loaded (null = nobody of that
 * id) and is called again after a conflict; `commandId` names this command for ever: done twice it is done
 * once. Throws on faults of the world and, after three conflicts, a `Busy` error.
 */
export async function execute(
  app: Doing,
  id: string,
  commandOf: (participant: Participant | null) => Command,
  commandId: string,
  actor: Actor = 'person',
  beside: Beside = {},
): Promise<Executed> {
  for (let i = 0; i < TRIES; i += 1) {
    const loaded = await app.store.load(id);
    const before = loaded?.participant ?? null;
    const command = commandOf(before);
    const decided = decide(command, before, app.curriculum);
    if (!decided.ok) {
      // The first run of this command may have brought about the very state that refuses the second.
      const outcome = before === null ? null : await app.store.outcome(id, commandId);
      return outcome === null
        ? { kind: 'refused', refusal: decided.refusal, participant: before }
        : { kind: 'repeated', outcome };
    }
    const { events } = decided.value;
    const rev = loaded?.rev ?? 0;
    const after = apply(before, decided.value);
    if (events.length === 0 || after === null) return { kind: 'unchanged', participant: before, rev };
    assert(after.id === id, 'a decision is about the participant it was asked for');
    const result = await app.store.commit({
      id,
      expectedRev: rev,
      next: after,
      events,
      command: { type: command.type, id: commandId, at: command.at, actor },
      outcome: { ok: true, code: command.type },
      ...beside,
    });
    if (result.kind === 'committed') return { kind: 'committed', before, after, events, rev: result.rev };
    if (result.kind !== 'conflict') return result;
  }
  throw Object.assign(new Error(`participant ${id} changed ${TRIES} times during one command`), {
    name: 'Busy',
  });
}
