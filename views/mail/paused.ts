/** What the mail of a pause says: by whom it rests, until when, and what is still asked. */
import { dayInWords } from '../../program/calendar.ts';
import { assert } from '../../program/kernel/assert.ts';
import type { Person } from '../../program/participant/state.ts';
import type { PausedView } from './views.ts';

export function pausedBody(person: Person, comeBackUrl: string): PausedView {
  assert(person.status === 'paused', 'paused is for the paused');
  const asked = person.pause.by === 'person';
  return {
    kind: 'paused',
    by: asked ? 'person' : 'silence',
    afterBreak: !asked && person.course.fromBreak === true,
    until: asked ? dayInWords(person.pause.endsAt, person.timeZone) : null,
    comeBackUrl,
  };
}
