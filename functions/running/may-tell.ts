/** Who may fill in the optional pages, and where everybody else belongs. */
import type { Context } from 'hono';
import type { Participant } from '../../program/participant/state.ts';
import { NOTICES } from '../../views/words/notices.ts';
import { noticePage } from '../../web/pages/public/message.ts';
import type { App } from '../shell/app.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { placeOf } from '../shell/web/place-of.ts';

export type Telling = App<'running'>;

/**
 * Null for those who may tell; the intake for those who have not answered it, the safety text for the
 * stopped, kind words for those who left.
 */
export const elsewhere = (app: Telling, c: Context, person: Participant | null): Promise<Response | null> => {
  const toldHealth = person?.status === 'confirmed' && person.consents.health !== null;
  return placeOf(app, c, person, {
    active: 'here',
    paused: 'here',
    completed: 'here',
    ...(toldHealth ? { confirmed: 'here' } : {}),
    left: ({ country }) => c.html(noticePage(pageFrame(app, country), NOTICES.left, '/signup'), 200),
  });
};
