/**
 * The painkiller questions on the page about running: answered at once, stored nowhere
 * (docs/contract.md §2.1, `nsaid`).
 */
import type { Context } from 'hono';
import type { Nsaid } from '../../program/answers/nsaid.ts';
import { nsaidItems } from '../../program/answers/nsaid.ts';
import type { Person } from '../../program/participant/state.ts';
import { painkillerText } from '../../views/words/painkillers.ts';
import { painkillersPage } from '../../web/pages/running/painkillers.ts';
import { pageFrame } from '../shell/web/page-frame.ts';
import { pageLinks } from '../shell/web/page-links.ts';
import type { Telling } from './may-tell.ts';

export async function answerPainkillers(
  app: Telling,
  c: Context,
  person: Person,
  ticked: readonly Nsaid[],
): Promise<Response> {
  const course = 'course' in person ? person.course : null;
  const items = nsaidItems(ticked, course?.baseline ?? null);
  const meUrl = (await pageLinks(app, c)).me(person, app.clock.now());
  const view = {
    items: items.map((item) => app.curriculum.questions.options.nsaid[item].back),
    blocks: items.length > 0 ? [] : painkillerText(app.curriculum),
    meUrl,
  };
  return c.html(painkillersPage(pageFrame(app, person.country), view), 200);
}
