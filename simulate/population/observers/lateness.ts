/**
 * How late mails leave: from the instant one is due, or owed if that is later, until the provider has taken
 * it.
 */
import type { Observer, Scene } from './facts.ts';

export interface Lateness {
  /** Minutes, of mails that answer an act or are started by us. */
  readonly coaching: number[];
  readonly safety: number[];
  readonly byOccasion: Map<string, number>;
}
const MINUTE = 60_000;

export function watchLateness(scene: Scene): { readonly observer: Observer; readonly lateness: Lateness } {
  const due = new Map<string, number>();
  const lateness: Lateness = { coaching: [], safety: [], byOccasion: new Map() };
  const observer: Observer = {
    commit: ({ commit, at }) => {
      for (const event of commit.events) {
        if (event.type === 'MailsOwed')
          for (const mail of event.mails)
            due.set(`${commit.id}_${mail.occasion}`, Math.max(at, Date.parse(mail.due)));
        // Put off by our own rule: night, six hours apart, five a week.
        if (event.type === 'MailPostponed') due.set(`${commit.id}_${event.occasion}`, Date.parse(event.due));
      }
    },
    accept: (mail) => {
      const name = `${mail.participantId}_${mail.occasion}`;
      const since = due.get(name);
      if (since === undefined || lateness.byOccasion.has(name)) return;
      const minutes = Math.max(0, (scene.now() - since) / MINUTE);
      lateness.byOccasion.set(name, minutes);
      (mail.kind === 'safety' ? lateness.safety : lateness.coaching).push(minutes);
    },
  };
  return { observer, lateness };
}
