/** A week in which the runner did something is no week of silence, even when its question has no answer. */
import type { ParticipantEvent } from '../participant/events.ts';
import type { Participant } from '../participant/state.ts';

/** Mails that answer a reply alone; nothing else of ours is owed to one. */
const REPLIED: ReadonlySet<string> = new Set(['ack', 'question', 'fresh']);

function isAct(event: ParticipantEvent): boolean {
  switch (event.type) {
    case 'CheckedIn':
    case 'Chose':
    case 'FlaredUp':
    case 'ToldAboutRunning':
    case 'ShoesChecked':
    case 'SettingsChanged':
    case 'ConsentChanged':
    case 'FreshRequested':
    case 'LinksRenewed':
    case 'Cleared':
      return true;
    case 'Paused':
      return event.by === 'person';
    case 'MailsOwed':
      return event.mails.some((mail) => mail.byPerson && REPLIED.has(mail.kind));
    default:
      return false;
  }
}

/** The week of the course in which the last act fell. */
export function withAct(state: Participant, event: ParticipantEvent): Participant {
  if (!isAct(event) || (state.status !== 'active' && state.status !== 'paused')) return state;
  const { course } = state;
  return course.actedIn === course.week ? state : { ...state, course: { ...course, actedIn: course.week } };
}
