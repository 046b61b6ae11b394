/**
 * The programme's one door: a command and the state give events or a refusal. Pure: same input, same output,
 * anywhere (docs/architecture.md §5). Refusals are data (`REFUSALS`); assertions are our own mistakes and
 * crash the invocation.
 */

import { changeConsent } from './account/consents.ts';
import { confirm, disown, signUp, start } from './account/enrolment.ts';
import { noteLook } from './account/looks.ts';
import { checkShoes, tellAboutRunning } from './account/optional-pages.ts';
import { pause, resume } from './account/pause.ts';
import { changeAddress, erase, renewLinks, requestFresh, wishAddress } from './account/requests.ts';
import { returnAfterStop } from './account/return-after-stop.ts';
import { changeSettings, unsubscribe } from './account/settings.ts';
import type { Curriculum } from './curriculum/schema.ts';
import { evolve } from './evolve/evolve.ts';
import { unreachable } from './kernel/assert.ts';
import { ok, type Result, refuse } from './kernel/result.ts';
import { recordBounce, recordComplaint, recordRefused, recordSent } from './mails/outcomes.ts';
import { holdMail } from './mails/unwritten.ts';
import type { Command, Refusal } from './participant/commands.ts';
import type { Decided, Decision } from './participant/decided.ts';
import type { Participant } from './participant/state.ts';
import { receiveReply } from './receive-reply.ts';
import { wake } from './wake.ts';
import { submitCheckIn } from './week/answer.ts';
import { answerList } from './week/answer-list.ts';
import { choose } from './week/choices.ts';
import { reportWorse } from './week/got-worse.ts';

/** Decides one command. `state` null = unknown participant: only `SignUp` is possible then. */
export function decide(
  command: Command,
  state: Participant | null,
  curriculum: Curriculum,
): Result<Decision, Refusal> {
  const decided = dispatch(command, state, curriculum);
  return decided.ok ? ok({ events: decided.value }) : refuse({ code: decided.refusal });
}

/** The state after a decision. */
export const apply = (state: Participant | null, decision: Decision): Participant | null =>
  decision.events.reduce<Participant | null>(evolve, state);

function dispatch(command: Command, state: Participant | null, curriculum: Curriculum): Decided {
  if (command.type === 'SignUp') return signUp(command, state);
  if (state === null || state.status === 'erased') return refuse('not-signed-up');
  switch (command.type) {
    case 'Confirm':
      return confirm(command, state);
    case 'Disown':
      return disown(command, state);
    case 'Start':
      return start(command, state, curriculum);
    case 'AnswerList':
      return answerList(command, state, curriculum);
    case 'SubmitCheckIn':
      return submitCheckIn(command, state, curriculum);
    case 'ReceiveReply':
      return receiveReply(command, state, curriculum);
    case 'Choose':
      return choose(command, state, curriculum);
    case 'Pause':
      return pause(command, state);
    case 'Resume':
      return resume(command, state, curriculum);
    case 'ChangeSettings':
      return changeSettings(command, state);
    case 'Unsubscribe':
      return unsubscribe(command, state);
    case 'ReportWorse':
      return reportWorse(command, state, curriculum);
    case 'TellAboutRunning':
      return tellAboutRunning(command, state);
    case 'CheckShoes':
      return checkShoes(command, state);
    case 'RequestFresh':
      return requestFresh(command, state);
    case 'WishAddress':
      return wishAddress(command, state);
    case 'ChangeAddress':
      return changeAddress(command, state);
    case 'Erase':
      return erase(command);
    case 'ChangeConsent':
      return changeConsent(command, state);
    case 'NoteLook':
      return noteLook(command, state);
    case 'RenewLinks':
      return renewLinks(command, state);
    case 'Return':
      return returnAfterStop(command, state, curriculum);
    case 'Wake':
      return wake(command, state, curriculum);
    case 'RecordSent':
      return recordSent(command, state);
    case 'HoldMail':
      return holdMail(command, state);
    case 'RecordRefused':
      return recordRefused(command, state);
    case 'RecordBounce':
      return recordBounce(command, state);
    case 'RecordComplaint':
      return recordComplaint(command, state);
    default:
      return unreachable(command, 'command');
  }
}
