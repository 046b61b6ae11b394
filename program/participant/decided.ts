/** What deciding a command gives: events, or a refusal with its code. */
import type { Result } from '../kernel/result.ts';
import type { RefusalCode } from './commands.ts';
import type { ParticipantEvent } from './events.ts';

export interface Decision {
  readonly events: readonly ParticipantEvent[];
}
export type Decided = Result<readonly ParticipantEvent[], RefusalCode>;
