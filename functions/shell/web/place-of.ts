/**
 * Where a participant belongs, said once: the safety page, the own page, the intake or a dead link. Whoever
 * is stopped sees the safety text on every route that asks here, for no route can say otherwise.
 */
import type { Context } from 'hono';
import type { Participant, Person, Status } from '../../../program/participant/state.ts';
import { safetyPanel } from '../../../views/words/safety.ts';
import { stoppedPage } from '../../../web/pages/intake/stopped.ts';
import { deadLink, type WebApp } from './http.ts';
import { pageFrame } from './page-frame.ts';
import { pageLinks } from './page-links.ts';

type Answer = Response | Promise<Response>;

/**
 * The statuses for which a route has a page of its own: `here` = the route goes on, a function = that page.
 * A stop has no such entry but one: a page that shows the safety text itself may say so.
 */
export type Places = {
  readonly [S in Exclude<Status, 'stopped' | 'erased'>]?: 'here' | ((person: Person) => Answer);
} & { readonly stopped?: 'here-with-the-safety-text' };

/** The page of where `person` belongs, or null: the route itself goes on. */
export async function placeOf(
  app: WebApp,
  c: Context,
  person: Participant | null,
  places: Places = {},
): Promise<Response | null> {
  if (person === null || person.status === 'erased') return deadLink(app, c);
  if (person.status === 'stopped') return places.stopped === undefined ? safetyPage(app, c, person) : null;
  const own = places[person.status];
  if (own !== undefined) return own === 'here' ? null : own(person);
  switch (person.status) {
    case 'active':
    case 'paused':
    case 'completed':
      return c.redirect((await pageLinks(app, c)).me(person, app.clock.now()), 303);
    case 'confirmed':
      return c.redirect((await pageLinks(app, c)).start(person, app.clock.now()), 303);
    case 'unconfirmed':
    case 'left':
      return deadLink(app, c);
  }
}

/** Where `person` belongs when the route has nothing for them: never null. */
export const placeFor = async (
  app: WebApp,
  c: Context,
  person: Participant | null,
  places: Places = {},
): Promise<Response> => (await placeOf(app, c, person, places)) ?? deadLink(app, c);

const safetyPage = (
  app: WebApp,
  c: Context,
  { country, stop }: Extract<Person, { status: 'stopped' }>,
): Answer =>
  c.html(stoppedPage(pageFrame(app, country), { safety: safetyPanel(app.curriculum, stop, country) }), 200);
