/**
 * The one loop of this product: load, decide, commit. What another command did in between is taken into
 * account by deciding again. Page, mail, event and alarm all come through here, so there is one policy for
 * conflicts.
 */
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { apply, decide } from '../../program/decide.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { Command, Refusal } from '../../program/participant/commands.ts';
import type { ParticipantEvent } from '../../program/participant/events.ts';
import type { Participant } from '../../program/participant/state.ts';
import type { CommandOutcome, Commit, Loaded, Store } from './ports.ts';

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
  | { readonly kind: 'claimed-elsewhere' }
  /** Every place of the programme is taken: nothing was written. */
  | { readonly kind: 'full' }
  /** Decided, but what has to be ready before the commit is not: nothing was written. */
  | { readonly kind: 'put-off' };

/**
 * Rows of other partitions (address claim, mail, suppression) that the same transaction writes, and the limit
 * that it keeps.
 */
export type Beside = Pick<Commit, 'claim' | 'marks' | 'suppress' | 'places'>;
export type Actor = 'person' | 'time' | 'ses' | 'send' | 'operator';

/** A decision that is about to be committed. */
export interface Ready {
  readonly command: Command;
  readonly before: Participant | null;
  readonly after: Participant;
  readonly events: readonly ParticipantEvent[];
}

export interface Task {
  /** Of the participant. */
  readonly id: string;
  /**
   * Makes the command from what was loaded (null = no participant has that id); called again after a
   * conflict.
   */
  readonly commandOf: (participant: Participant | null) => Command | Promise<Command>;
  /** Names this command for ever: done twice it is done once. */
  readonly commandId: string;
  /** The id was drawn for this one try and never comes again. */
  readonly once?: boolean;
  /** The state to begin with, as the commit before it left it; loaded unless given. */
  readonly known?: Loaded;
  /** `person` unless said. */
  readonly actor?: Actor;
  /**
   * What has to be ready between the decision and its commit, and the rows that go with it; null = leave
   * everything as it is. Called again after a conflict. The sender renders its mail here.
   */
  readonly prepare?: (ready: Ready) => Beside | null | Promise<Beside | null>;
}

/** What `execute` needs of the app. */
export interface Doing {
  readonly store: Store;
  readonly curriculum: Curriculum;
}

const TRIES = 4;

/**
 * Other commands keep changing the same participant: worth another try by the caller (a page says so, a queue
 * delivers again).
 */
export const isBusy = (error: unknown): boolean => error instanceof Error && error.name === 'Busy';

/**
 * Carries out a command on a participant.
 *
 * @throws faults of the world, and after three conflicts an error named `Busy`
 */
export async function execute(app: Doing, task: Task): Promise<Executed> {
  for (let i = 0; i < TRIES; i += 1) {
    const done = await tryOnce(app, task, i === 0 ? task.known : undefined);
    if (done !== 'conflict') return done;
  }
  throw Object.assign(new Error(`participant ${task.id} changed ${TRIES} times during one command`), {
    name: 'Busy',
  });
}

async function tryOnce(app: Doing, task: Task, known?: Loaded): Promise<Executed | 'conflict'> {
  const { id, commandId, once = false } = task;
  const loaded = known ?? (await app.store.load(id));
  const before = loaded?.participant ?? null;
  const command = await task.commandOf(before);
  const decided = decide(command, before, app.curriculum);
  if (!decided.ok) {
    // The first run of this command may have brought about the very state that refuses the second.
    const ran = before === null || once ? null : await app.store.outcome(id, commandId);
    return ran === null
      ? { kind: 'refused', refusal: decided.refusal, participant: before }
      : { kind: 'repeated', outcome: ran };
  }
  const { events } = decided.value;
  const rev = loaded?.rev ?? 0;
  const after = apply(before, decided.value);
  if (events.length === 0 || after === null) return { kind: 'unchanged', participant: before, rev };
  assert(after.id === id, 'a decision is about the participant it was asked for');
  const beside = task.prepare === undefined ? {} : await task.prepare({ command, before, after, events });
  if (beside === null) return { kind: 'put-off' };
  const result = await app.store.commit({
    id,
    expectedRev: rev,
    next: after,
    before,
    events,
    command: { type: command.type, id: commandId, at: command.at, actor: task.actor ?? 'person', once },
    outcome: { ok: true, code: command.type },
    ...beside,
  });
  if (result.kind === 'committed') return { kind: 'committed', before, after, events, rev: result.rev };
  return result.kind === 'conflict' ? 'conflict' : result;
}
