/** "About your running" (docs/contract.md §2.1, "Later"). */
import type { Context } from 'hono';
import { asksStartPsfs } from '../../program/account/optional-pages.ts';
import { freeTexts } from '../../program/answers/about-running.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import type { Person } from '../../program/participant/state.ts';
import { readRedFlags } from '../../program/reply/red-flags.ts';
import type { Asked } from '../../web/components.ts';
import { aboutRunningValues, readAboutRunning } from '../../web/forms/about-running.ts';
import { shown } from '../../web/forms/form-values.ts';
import { PAINKILLER_PART, readNsaid } from '../../web/forms/nsaid.ts';
import { runningPage } from '../../web/pages/running/running.ts';
import { wordsNoticedPage } from '../../web/pages/running/words-noticed.ts';
import { act } from '../shell/act.ts';
import { deadLink, formOf } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { pageLinks } from '../shell/web/page-links.ts';
import { elsewhere, type Telling } from './may-tell.ts';
import { answerPainkillers } from './painkillers.ts';

export async function showRunning(app: Telling, c: Context): Promise<Response> {
  const link = await openLink(app, c.req.param('token') ?? '', 'running');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const values =
    participant.aboutRunning === undefined ? {} : aboutRunningValues(participant.aboutRunning, participant);
  return (await elsewhere(app, c, participant)) ?? form(app, c, participant, { values, errors: [] });
}

export async function postRunning(app: Telling, c: Context): Promise<Response> {
  const posted = await formOf(c);
  const link = await openLink(app, c.req.param('token') ?? '', 'running');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const away = await elsewhere(app, c, participant);
  if (away !== null) return away;
  if (shown(posted, PAINKILLER_PART.name) === PAINKILLER_PART.value) {
    const items = readNsaid(posted);
    return items.ok ? answerPainkillers(app, c, participant, items.value) : form(app, c, participant, items);
  }
  // No field at all is no form of ours: it must not wipe out what was told.
  if (Object.keys(posted).length === 0)
    return c.redirect((await pageLinks(app, c)).me(participant, app.clock.now()), 303);
  const read = readAboutRunning(posted, participant);
  if (!read.ok) return form(app, c, participant, read);
  const done = await act(app, participant, { type: 'TellAboutRunning', answers: read.value }, 'running');
  if (done.kind === 'refused') return (await elsewhere(app, c, done.participant)) ?? deadLink(app, c);
  return noticed(app, c, participant, freeTexts(read.value));
}

/**
 * Words of a stop sign in a wish or a plan are kept as they are, and asked about: a wish is no report of this
 * week, so it stops nothing by itself; one press leads to the page that does (docs/decisions/0013).
 */
async function noticed(
  app: Telling,
  c: Context,
  person: Person,
  texts: readonly string[],
): Promise<Response> {
  const links = await pageLinks(app, c);
  const me = links.me(person, app.clock.now());
  const { flags } = readRedFlags(texts.join('\n\n'));
  if (flags.length === 0) return c.redirect(me, 303);
  const signs = flags.map((flag) => answerWords(app.curriculum, `redFlags.${flag}`));
  const worse = person.status === 'confirmed' ? null : links.worse(person, app.clock.now());
  return c.html(wordsNoticedPage(pageFrame(app, person.country), { signs, worseUrl: worse, meUrl: me }), 200);
}

async function form(app: Telling, c: Context, person: Person, { values, errors }: Asked): Promise<Response> {
  const meUrl = (await pageLinks(app, c)).me(person, app.clock.now());
  const view = {
    action: c.req.path,
    values,
    errors,
    units: person.units,
    asksPsfs: asksStartPsfs(person),
    meUrl,
  };
  return c.html(runningPage(pageFrame(app, person.country), view), errors.length === 0 ? 200 : 422);
}
