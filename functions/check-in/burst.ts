/**
 * Answers that come faster than a person gives them (docs/architecture.md §9): counted here, before anybody
 * decides, and judged by the programme.
 */
import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { addMinutes } from '../../program/kernel/time.ts';
import type { Person } from '../../program/participant/state.ts';
import { BURST_ANSWERS, BURST_MINUTES } from '../../program/week/burst.ts';
import { NOTICES } from '../../views/words/notices.ts';
import { noticePage } from '../../web/pages/message.ts';
import type { App } from '../shell/app.ts';
import { type Executed, isBusy } from '../shell/execute.ts';
import { pageFrame } from '../shell/web/page-frame.ts';

/**
 * Conflicts of a whole burst at once that one of its answers outlasts, so that the flag is set whatever the
 * others do.
 */
const INSIST = 5;

/**
 * Counts an answer to a question; true from the fifth within a minute on. The counter knows neither person
 * nor answer: its name is a keyed hash.
 */
export async function isBurst({ store, clock }: App<'check-in'>, id: string, week: number): Promise<boolean> {
  const { pepper } = await store.keys();
  const name = createHmac('sha256', pepper).update(`answers|${id}|${week}`).digest('base64url').slice(0, 22);
  return (await store.count(`answers.${name}`, addMinutes(clock.now(), BURST_MINUTES))) >= BURST_ANSWERS;
}

/** Carries out an answer of a burst until it is not in the way of its own kind any more. */
export async function insist(answer: () => Promise<Executed>): Promise<Executed> {
  for (let n = 1; n < INSIST; n += 1) {
    try {
      return await answer();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
  return answer();
}

/** Was this answer taken for a link checker's, by itself or with those around it? */
export const isDoubted = (done: Executed): boolean =>
  (done.kind === 'committed' && done.events.some((event) => event.type === 'AnswersDoubted')) ||
  (done.kind === 'refused' && done.refusal.code === 'burst');

export const saveOnceMore = (
  app: App<'check-in'>,
  c: Context,
  token: string,
  { country }: Person,
): Response | Promise<Response> =>
  c.html(noticePage(pageFrame(app, country), NOTICES.saveOnceMore, `/c/${token}`), 200);
