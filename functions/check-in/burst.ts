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
import { noticePage } from '../../web/pages/public/message.ts';
import type { App } from '../shell/app.ts';
import type { Executed } from '../shell/execute.ts';
import { pageFrame } from '../shell/web/page-frame.ts';

/**
 * An answer of a burst is tried so often while the others are in its way, so that the flag is set whatever
 * they do.
 */
export const INSIST = 5;

/**
 * Counts an answer to a question; true from the fifth within a minute on. The counter knows neither person
 * nor answer: its name is a keyed hash.
 */
export async function isBurst({ store, clock }: App<'check-in'>, id: string, week: number): Promise<boolean> {
  const { pepper } = await store.keys();
  const name = createHmac('sha256', pepper).update(`answers|${id}|${week}`).digest('base64url').slice(0, 22);
  return (await store.count(`answers.${name}`, addMinutes(clock.now(), BURST_MINUTES))) >= BURST_ANSWERS;
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
