/** Who may fill in the optional pages, and where everybody else belongs. */
import type { Context } from 'hono';
import type { Person } from '../../program/participant/state.ts';
import { NOTICES } from '../../views/words/notices.ts';
import { safetyPanel } from '../../views/words/safety.ts';
import { noticePage } from '../../web/pages/message.ts';
import { stoppedPage } from '../../web/pages/stopped.ts';
import type { App } from '../shell/app.ts';
import { deadLink } from '../shell/web/http.ts';
import { pageFrame } from '../shell/web/page-frame.ts';

export type Telling = App<'running'>;

/**
 * Null for those who may tell; the intake for those who have not answered it, the safety text for the
 * stopped, kind words for those who left.
 */
export async function elsewhere(app: Telling, c: Context, person: Person): Promise<Response | null> {
  const frame = pageFrame(app, person.country);
  switch (person.status) {
    case 'active':
    case 'paused':
    case 'completed':
      return null;
    case 'confirmed':
      return person.consents.health !== null
        ? null
        : c.redirect((await app.links()).start(person, app.clock.now()), 303);
    case 'stopped':
      return c.html(
        stoppedPage(frame, { safety: safetyPanel(app.curriculum, person.stop, person.country) }),
        200,
      );
    case 'left':
      return c.html(noticePage(frame, NOTICES.left, '/signup'), 200);
    case 'unconfirmed':
      return deadLink(app, c);
  }
}
