/**
 * What is heard however much was said before: answers towards caution, the way out and erasure
 * (docs/architecture.md §9.6).
 */
import { unreachable } from '../kernel/assert.ts';
import type { ReplyCommand } from './answer/read-command.ts';
import type { ReplyReading } from './read-reply.ts';

/** From here on a lone number eases or stops (docs/contract.md §2.2). */
export const EASES_FROM = 5;

const PROTECTS: Readonly<Record<ReplyCommand['command'], boolean>> = {
  STOP: true,
  WORSE: true,
  PAUSE: true,
  EASIER: true,
  REPEAT: true,
  DELETE: true,
  EXPORT: false,
  RESUME: false,
  HELP: false,
};

/** May this reply make anything safer for the person it is about? */
export function makesSafer(said: ReplyReading): boolean {
  switch (said.kind) {
    case 'redFlags':
      return true;
    case 'command':
      return PROTECTS[said.command.command];
    case 'answer':
      return said.answers.painAverage >= EASES_FROM || (said.answers.painWorst ?? 0) >= EASES_FROM;
    case 'ambiguous':
      return (said.safer ?? 0) >= EASES_FROM;
    case 'asked':
    case 'noSigns':
    case 'unclear':
    case 'empty':
      return false;
    default:
      return unreachable(said, 'reading of a reply');
  }
}
