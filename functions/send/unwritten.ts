/** A mail that cannot be written holds itself, and its person's others go on (docs/architecture.md §7). */
import type { App } from '../shell/app.ts';
import { execute } from '../shell/execute.ts';

interface Unwritten {
  readonly name: 'Unwritten';
  readonly occasion: string;
  readonly message: string;
}
const isUnwritten = (error: unknown): error is Unwritten =>
  error instanceof Error && error.name === 'Unwritten' && 'occasion' in error;

/** What was written; where it could not be, an error that names the mail: the fault is its alone. */
export async function written<T>(mail: { readonly occasion: string }, writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    throw Object.assign(new Error(why), { name: 'Unwritten', occasion: mail.occasion });
  }
}

/** Holds the mail that an error names; false = it names none. */
export async function heldUnwritten(app: App<'send'>, id: string, error: unknown): Promise<boolean> {
  if (!isUnwritten(error)) return false;
  const { occasion, message } = error;
  app.log.error('mail-unwritten', { participantId: id, occasion, error: message });
  await execute(app, {
    id,
    commandOf: () => ({ type: 'HoldMail', at: app.clock.now(), occasion }),
    commandId: `hold.${app.ids.owner()}`,
    once: true,
    actor: 'send',
  });
  return true;
}
