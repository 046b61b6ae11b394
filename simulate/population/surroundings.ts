/**
 * What people reach of the deployment: its pages, the address replies go to, and the button that says "this
 * is spam".
 */
import { functionOf, SITE } from './bundles.ts';
import type { AnswerFact } from './observers/facts.ts';
import type { Answer, Surroundings } from './people.ts';
import type { Pool } from './pool.ts';
import type { SimulatedSes } from './ses.ts';
import type { Timeline } from './timeline.ts';
import { rawReply, receivedEvent, requestEvent } from './wire.ts';

export interface SurroundingsOptions {
  readonly timeline: Timeline;
  readonly pool: () => Pool;
  readonly ses: () => SimulatedSes;
  /** Received mails, by the provider's id. */
  readonly mailbox: Map<string, Uint8Array>;
  readonly onAnswer: (fact: AnswerFact) => void;
}
interface Answered {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export function makeSurroundings({
  timeline,
  pool,
  ses,
  mailbox,
  onAnswer,
}: SurroundingsOptions): Surroundings {
  let replied = 0;
  return {
    now: () => timeline.now(),
    after: (ms, run) => timeline.after(ms, run),
    request: (who, request, answered) => {
      const route = request.path.split('/')[1] ?? '';
      const worker = pool().take('pages');
      if (worker === null) return Promise.resolve(answered(null));
      const event = requestEvent(request, timeline.now(), who.index);
      return worker.invoke(
        functionOf(request.path),
        { event, method: request.method },
        (result, { met, endsBy }) => {
          // The gateway waits no longer than the function may take: what a zombie says later reaches nobody.
          const late = timeline.now() > endsBy;
          if (result.kind !== 'answered' || late) {
            timeline.tell(`http ${request.method} /${route} ${late ? 'late' : result.kind}`);
            return answered(null);
          }
          const { statusCode = 0, headers = {}, body = '' } = result.value as Answered;
          const answer: Answer = {
            status: statusCode,
            location: (headers['location'] ?? '').replace(SITE, ''),
            body,
          };
          timeline.tell(`http ${request.method} /${route} ${statusCode}`);
          const { method, path, about = null } = request;
          onAnswer({ email: who.email, method, path, about, ...answer, at: timeline.now(), met });
          answered(answer);
        },
      );
    },
    reply: (_, reply) => {
      replied += 1;
      // The command of a reply carries this name, so that the observers know which proves nothing.
      const id = `${reply.proved ? 'proved' : 'unproved'}-${replied}`;
      mailbox.set(id, rawReply(reply, id));
      const worker = pool().take('inbound');
      const event = receivedEvent(reply, id, timeline.instant());
      return worker === null ? Promise.resolve() : worker.invoke('inbound', { event }, () => undefined);
    },
    complain: (mail) => ses().complain(mail),
  };
}
