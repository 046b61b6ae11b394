/**
 * What pages and logs may say: no page fails because a queue is down, a told stop sign is always answered by
 * the stop text, no line names a person.
 */
import type { Observer, Scene } from './facts.ts';

/** The panel of a stop, or the heading it stands under when nothing could be read. */
const STOP_TEXT = /class="safety |Please stop and read this/;
const PERSONAL = /@mailbox\d+\.example|Zyxq/;
/** Refused for a reason that has nothing to do with the leg: a dead link, a form that is wrong. */
const OTHER_BUSINESS = new Set([404, 413, 415, 422]);

export function watchPages(scene: Scene): Observer {
  return {
    answer: (fact) => {
      const onlyQueue = [...fact.met].every((port) => port === 'queue');
      if (fact.status >= 500 && onlyQueue && fact.status !== 503)
        scene.violated(
          'I26',
          fact.email,
          `${fact.method} ${route(fact.path)}: ${fact.status} although the table answers`,
        );
      if (fact.about === 'stop-sign' && !OTHER_BUSINESS.has(fact.status) && !STOP_TEXT.test(fact.body)) {
        const closed = /week is closed|already/i.test(fact.body) || fact.location !== '';
        if (!closed || fact.status >= 500)
          scene.violated(
            'I26',
            fact.email,
            `${route(fact.path)}: a stop sign was told and the answer (${fact.status}) does not say stop`,
          );
      }
      if (PERSONAL.test(fact.location)) scene.violated('I18', fact.email, 'an address in a link');
    },
    line: (line) => {
      if (PERSONAL.test(JSON.stringify([line.message, line.fields])))
        scene.violated('I18', line.fields.participantId ?? '', `log line ${line.message} names a person`);
    },
    threw: (fn, error) => {
      if (fn === 'send' || fn === 'feedback')
        scene.violated(
          'I25',
          fn,
          `a batch was thrown away: ${error instanceof Error ? error.message : 'unknown'}`,
        );
    },
  };
}
const route = (path: string): string => `/${path.split('/')[1] ?? ''}`;
