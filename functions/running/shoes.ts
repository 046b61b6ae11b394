/** The shoe check (docs/clinical-rules.md §5.6): the advice is the answer to the form. */
import type { Context } from 'hono';
import type { ShoeAnswers } from '../../program/answers/shoes.ts';
import type { Person } from '../../program/participant/state.ts';
import { shoeTexts } from '../../views/words/shoes.ts';
import type { Asked } from '../../web/components.ts';
import { readShoes, shoeValues, toldNothing } from '../../web/forms/shoes.ts';
import { shoesPage } from '../../web/pages/running/shoes.ts';
import { shoesAdvicePage } from '../../web/pages/running/shoes-advice.ts';
import { act } from '../shell/act.ts';
import { deadLink, formOf } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { pageLinks } from '../shell/web/page-links.ts';
import { elsewhere, type Telling } from './may-tell.ts';

export async function showShoes(app: Telling, c: Context): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'shoes');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const values = participant.shoes === undefined ? {} : shoeValues(participant.shoes.answers);
  return (await elsewhere(app, c, participant)) ?? form(app, c, participant, { values, errors: [] });
}

export async function postShoes(app: Telling, c: Context): Promise<Response> {
  const posted = await formOf(c);
  const link = await openLink(app, c.req.param('token') ?? '', 'shoes');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const away = await elsewhere(app, c, participant);
  if (away !== null) return away;
  const read = readShoes(posted);
  if (!read.ok) return form(app, c, participant, read);
  const answers = read.value;
  // No field at all is no form of ours: it must not wipe out what was told.
  if (Object.keys(posted).length === 0) return advise(app, c, participant, answers);
  const done = await act(app, participant, { type: 'CheckShoes', answers }, 'shoes');
  if (done.kind === 'refused') return (await elsewhere(app, c, done.participant)) ?? deadLink(app, c);
  return advise(app, c, participant, answers);
}

async function advise(
  app: Telling,
  c: Context,
  participant: Person,
  answers: ShoeAnswers,
): Promise<Response> {
  const advice = shoeTexts(participant, answers, app.curriculum);
  const meUrl = (await pageLinks(app, c)).me(participant, app.clock.now());
  const view = { advice, toldNothing: toldNothing(answers), changeUrl: c.req.path, meUrl };
  return c.html(shoesAdvicePage(pageFrame(app, participant.country), view), 200);
}

function form(
  app: Telling,
  c: Context,
  person: Person,
  { values, errors }: Asked,
): Response | Promise<Response> {
  return c.html(
    shoesPage(pageFrame(app, person.country), { action: c.req.path, values, errors }),
    errors.length === 0 ? 200 : 422,
  );
}
