/**
 * "My calf got worse" (docs/contract.md §2, `/w`): red flags first, then what to do now; `safety` or `flare`
 * leaves at once.
 */
import type { Context } from 'hono';
import type { Participant, Person } from '../../program/participant/state.ts';
import { flaredPage as flaredView } from '../../views/words/got-worse.ts';
import { NOTICES } from '../../views/words/notices.ts';
import type { Asked } from '../../web/components.ts';
import { readWorse } from '../../web/forms/worse.ts';
import { flaredPage } from '../../web/pages/check-in/flared.ts';
import { worsePage } from '../../web/pages/check-in/worse.ts';
import { noticePage } from '../../web/pages/public/message.ts';
import { act, standing } from '../shell/act.ts';
import type { App } from '../shell/app.ts';
import { deadLink, formOf } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { pageLinks } from '../shell/web/page-links.ts';
import { placeOf } from '../shell/web/place-of.ts';

type Checking = App<'check-in'>;

export async function showWorse(app: Checking, c: Context): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'worse');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  return (await elsewhere(app, c, participant)) ?? form(app, c, participant, { values: {}, errors: [] });
}

export async function reportWorse(app: Checking, c: Context): Promise<Response> {
  const values = await formOf(c);
  const link = await openLink(app, c.req.param('token') ?? '', 'worse');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const read = readWorse(values);
  if (!read.ok) return (await elsewhere(app, c, participant)) ?? form(app, c, participant, read);
  const done = await act(app, participant, { type: 'ReportWorse', ...read.value }, 'worse');
  const after = standing(done, participant);
  if (after?.status !== 'active') return (await elsewhere(app, c, after)) ?? deadLink(app, c);
  const me = (await pageLinks(app, c)).me(after, app.clock.now());
  return c.html(
    flaredPage(pageFrame(app, after.country), flaredView(after, after.course, me, app.curriculum)),
    200,
  );
}

const form = (
  app: Checking,
  c: Context,
  participant: Person,
  { values, errors }: Asked,
): Response | Promise<Response> =>
  c.html(
    worsePage(pageFrame(app, participant.country), { action: c.req.path, values, errors }),
    errors.length === 0 ? 200 : 422,
  );

/** Null while the course runs or could be stopped; a report beside a running course is answered with rest. */
const elsewhere = (app: Checking, c: Context, person: Participant | null): Promise<Response | null> => {
  const besides = c.req.method === 'POST' ? (resting: Person) => rest(app, c, resting) : ('here' as const);
  const confirmed = () => deadLink(app, c);
  return placeOf(app, c, person, { active: 'here', paused: besides, completed: besides, confirmed });
};

async function rest(app: Checking, c: Context, participant: Person): Promise<Response> {
  const href = (await pageLinks(app, c)).me(participant, app.clock.now());
  return c.html(noticePage(pageFrame(app, participant.country), NOTICES.restTwoDays, href), 200);
}
