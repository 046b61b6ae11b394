/**
 * "My calf got worse" (docs/contract.md §2, `/w`): red flags first, then what to do now; `safety` or `flare`
 * leaves at once.
 */
import type { Context } from 'hono';
import type { Participant, Person } from '../../program/participant/state.ts';
import type { FieldError, FormValues } from '../../views/page/page-views.ts';
import { flaredPage as flaredView } from '../../views/words/got-worse.ts';
import { NOTICES } from '../../views/words/notices.ts';
import { safetyPanel } from '../../views/words/safety.ts';
import { readWorse } from '../../web/forms/worse.ts';
import { flaredPage } from '../../web/pages/flared.ts';
import { noticePage } from '../../web/pages/message.ts';
import { stoppedPage } from '../../web/pages/stopped.ts';
import { worsePage } from '../../web/pages/worse.ts';
import type { App } from '../shell/app.ts';
import { execute } from '../shell/execute.ts';
import { deadLink, formOf } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';

type Checking = App<'check-in'>;

export async function showWorse(app: Checking, c: Context): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'worse');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  return (await settled(app, c, participant)) ?? form(app, c, participant, {}, []);
}

export async function reportWorse(app: Checking, c: Context): Promise<Response> {
  const values = await formOf(c);
  const link = await openLink(app, c.req.param('token') ?? '', 'worse');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const read = readWorse(values);
  if (!read.ok)
    return (await settled(app, c, participant)) ?? form(app, c, participant, read.values, read.errors);
  const report = { type: 'ReportWorse', ...read.value } as const;
  const done = await execute(
    app,
    participant.id,
    () => ({ ...report, at: app.clock.now() }),
    `worse.${app.ids.command()}`,
  );
  if (done.kind === 'committed') await app.queue.send('urgent', [{ participantId: participant.id }]);
  const after: Participant | null =
    done.kind === 'committed' ? done.after : done.kind === 'refused' ? done.participant : participant;
  if (after?.status !== 'active')
    return (
      (after === null || after.status === 'erased' ? null : await settled(app, c, after)) ?? deadLink(app, c)
    );
  const me = (await app.links()).me(after, app.clock.now());
  return c.html(
    flaredPage(pageFrame(app, after.country), flaredView(after, after.course, me, app.curriculum)),
    200,
  );
}

const form = (
  app: Checking,
  c: Context,
  participant: Person,
  values: FormValues,
  errors: readonly FieldError[],
): Response | Promise<Response> =>
  c.html(
    worsePage(pageFrame(app, participant.country), { action: c.req.path, values, errors }),
    errors.length === 0 ? 200 : 422,
  );

/**
 * Where somebody belongs whose course is not running: the safety text, or a word and the stop signs. Null
 * while it runs or could be stopped.
 */
function settled(app: Checking, c: Context, participant: Person): Response | Promise<Response> | null {
  switch (participant.status) {
    case 'stopped':
      return c.html(
        stoppedPage(pageFrame(app, participant.country), {
          safety: safetyPanel(app.curriculum, participant.stop, participant.country),
        }),
        200,
      );
    case 'paused':
    case 'completed':
      return c.req.method === 'POST' ? resting(app, c, participant) : null;
    case 'active':
      return null;
    case 'unconfirmed':
    case 'confirmed':
    case 'left':
      return deadLink(app, c);
  }
}

async function resting(app: Checking, c: Context, participant: Person): Promise<Response> {
  const href = (await app.links()).me(participant, app.clock.now());
  return c.html(noticePage(pageFrame(app, participant.country), NOTICES.restTwoDays, href), 200);
}
