/** Conditions that some seed has to reach, or the simulator looks at too little: counted, never violated. */
import { isPerson, type Observer, type Scene } from './facts.ts';

export function watchSometimes(scene: Scene): Observer {
  const inflightAt = new Map<string, number>();
  const attempts = new Map<string, number>();
  const told = new Map<string, Set<string>>();
  const moved = new Map<string, number>();
  return {
    commit: ({ commit, before, at }) => {
      const { id, events, next } = commit;
      for (const event of events) {
        if (event.type === 'MailClaimed') {
          inflightAt.set(id, at);
          attempts.set(`${id}_${event.mail.occasion}`, event.mail.attempt);
          if (event.mail.attempt > 1) scene.reached('T1', 'a mail is sent again by the reconciliation');
        }
        if (event.type === 'MailSent' && commit.command.actor === 'ses')
          scene.reached('T1', 'an event confirmed before the sender did');
        if (event.type === 'MailAbandoned') scene.reached('T1', 'a mail is given up');
        if (event.type === 'Stopped' && isPerson(before) && before.inflight.length > 0)
          scene.reached('T2', 'a stop sign between claim and confirmation');
        if (event.type === 'Left' && isPerson(before) && before.inflight.length > 0)
          scene.reached('T2', 'a goodbye between claim and confirmation');
        if (event.type === 'SettingsChanged') {
          moved.set(id, at);
          scene.reached('T4', 'day, hour or zone changed in a course');
          if (isPerson(before) && 'course' in before && before.course !== null) {
            const toPlan = Date.parse(before.course.nextPlanAt) - at;
            if (toPlan > 0 && toPlan < 24 * 3_600_000)
              scene.reached('T4', 'settings changed on the day of the plan');
          }
        }
        if (event.type === 'MailRefused') scene.reached('T6', event.lasting ? 'rejected' : 'refused for now');
      }
      if (isPerson(next) && next.status === 'left') scene.reached('T3', `left: ${next.reason}`);
    },
    answer: ({ method, status, about }) => {
      if (method === 'HEAD' || (method === 'GET' && status === 200))
        scene.reached('T7', 'a link checker opened a page');
      if (about === 'stop-sign' && status === 200) scene.reached('T2', 'a stop sign was told');
      if (status === 404) scene.reached('T5', 'a dead link was opened');
    },
    line: ({ message, fields }) => {
      if (message === 'claim-too-old') scene.reached('T1', 'a zombie was stopped by the guard');
      if (message === 'burst') scene.reached('T7', 'a burst was recognised');
      if (message === 'reply-dropped') scene.reached('T7', `a reply was dropped: ${fields.why ?? ''}`);
      if (message === 'safety-undelivered') scene.reached('T3', 'a safety mail came back');
      if (message === 'mail') {
        const seen = told.get(fields.participantId ?? '') ?? new Set();
        seen.add(fields.outcome ?? '');
        told.set(fields.participantId ?? '', seen);
        scene.reached('T6', `provider: ${fields.outcome ?? ''}`);
      }
    },
  };
}
