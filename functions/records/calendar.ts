/**
 * The calendar feed (docs/contract.md §2, `/cal`; RFC 5545). A calendar asks again by itself, so it is told
 * how long to wait and when nothing has changed.
 */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { calendarFeed, writeCalendar } from '../../views/export/calendar-feed.ts';
import type { App } from '../shell/app.ts';
import { deadLink } from '../shell/web/http.ts';
import { openLink } from '../shell/web/open-link.ts';

const ENDING = '.ics';
/** Nobody but the calendar itself may keep a copy. */
const CACHE = 'private, max-age=900';
/** Names of entries carry no id of ours: whoever shares a calendar shares them too. */
const UID_LENGTH = 20;
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

export async function showCalendar(app: App<'records'>, c: Context): Promise<Response> {
  const file = c.req.param('token') ?? '';
  const link = await openLink(app, file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : '', 'calendar');
  if (!link.ok) return deadLink(app, c);
  const { participant } = link.value;
  const log =
    participant.status === 'active' ? await app.store.days(participant.id, participant.course.week) : null;
  const host = new URL(app.env.SITE_URL).host;
  const body = writeCalendar(
    calendarFeed(participant, app.curriculum, log),
    (name) => `${hash(`${participant.id} ${name}`).slice(0, UID_LENGTH)}@${host}`,
  );
  const tag = `"${hash(body)}"`;
  const headers = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': CACHE, etag: tag };
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag) ? c.body(null, 304, headers) : c.body(body, 200, headers);
}
