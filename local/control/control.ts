/**
 * The local control API (docs/contract.md §4). Every request first works off all that is due at the present
 * instant.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { type Curriculum, curriculum as curriculumSchema } from '../../program/curriculum/schema.ts';
import type { Instant } from '../../program/kernel/time.ts';
import { receivedMail } from '../aws/inbound.ts';
import { SES_EVENTS, type SesEventType, type StoredMail } from '../aws/ses.ts';
import { bodyOf, urlOf } from '../server.ts';
import { benchPage, benchPolicy } from '../workbench/bench-page.ts';
import { galleryFile } from '../workbench/gallery.ts';
import type { World } from '../world.ts';
import { type Answer, type Asked, BadRequest, bad, type Route } from './asked.ts';
import { changes, listPersonas } from './bench.ts';
import { readMail } from './mail-reading.ts';
import { listParticipants, oneParticipant } from './participants.ts';
import { deadLetters, readSwitch, redrive, sesMode, setFaults, setSwitch } from './troubles.ts';

export async function answerControl(
  world: World,
  curriculum: Curriculum,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = urlOf(request);
  const method = request.method ?? 'GET';
  const raw = method === 'POST' ? await bodyOf(request) : null;
  const path = url.pathname.split('/').slice(2);
  const answer = await world.exclusively(async (): Promise<Answer> => {
    try {
      const body = raw === null ? null : path[0] === 'inbound' ? raw : parsed(raw.toString('utf8'));
      // A run that cannot come to rest can always begin anew.
      if (path[0] !== 'reset') await world.settle();
      return await answerOf({ world, curriculum, method, path, query: url.searchParams, body });
    } catch (error) {
      if (error instanceof BadRequest) return { status: 400, body: { error: error.message } };
      return { status: 500, body: { error: error instanceof Error ? error.message : String(error) } };
    }
  });
  const content = answer.type === undefined ? JSON.stringify(answer.body) : (answer.body as string | Buffer);
  response.writeHead(answer.status ?? 200, {
    'content-type': answer.type ?? 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...answer.headers,
  });
  response.end(method === 'HEAD' ? undefined : content);
}

function parsed(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {
    // The same sentence as for JSON that is no object.
  }
  return bad('The body is not a JSON object. Send one such as {"advance": "P7D"}.');
}

/** What the API answers (docs/contract.md §4), by method and first word of the path. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET mail': (asked) => {
    const [, id, part] = asked.path;
    return id === undefined ? listMail(asked) : oneMail(asked, id, part);
  },
  'GET gallery': ({ path }) => galleryFile(path.length === 1 ? null : path.slice(1).join('/')),
  'POST ses-event': sesEvent,
  'POST inbound': inbound,
  'GET clock': ({ world }) => ({ body: { now: world.clock.now() } }),
  'POST clock': moveClock,
  'GET participants': (asked) => {
    const [, id] = asked.path;
    return id === undefined ? listParticipants(asked) : oneParticipant(asked, id);
  },
  'GET changes': changes,
  'GET personas': listPersonas,
  'POST ses': sesMode,
  'GET table': ({ world }) => ({ body: world.table }),
  'GET alarms': ({ world }) => ({ body: world.alarms() }),
  'GET dead-letters': deadLetters,
  'POST dead-letters': redrive,
  'GET switch': readSwitch,
  'POST switch': setSwitch,
  'POST faults': setFaults,
  'POST reset': async ({ world }) => {
    await world.reset();
    return { body: { now: world.clock.now() } };
  },
};
export const CONTROL_ROUTES: readonly string[] = Object.keys(ROUTES);

function answerOf(asked: Asked): Answer | Promise<Answer> {
  const { method, path } = asked;
  const [what = ''] = path;
  if (what === '')
    return {
      type: 'text/html; charset=utf-8',
      body: benchPage(),
      headers: { 'content-security-policy': benchPolicy() },
    };
  const route = Object.hasOwn(ROUTES, `${method} ${what}`) ? ROUTES[`${method} ${what}`] : undefined;
  return route === undefined
    ? { status: 404, body: { error: `There is no ${method} /__local/${path.join('/')} here.` } }
    : route(asked);
}

async function listMail({ world, query }: Asked): Promise<Answer> {
  const mails = await Promise.all(world.ses.mails.map(readMail));
  const to = query.get('to')?.toLowerCase();
  const kind = query.get('kind');
  return {
    body: mails.filter(
      (m) => (to === undefined || m.to.toLowerCase() === to) && (kind === null || m.kind === kind),
    ),
  };
}

const FRAME_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; frame-ancestors 'self'";

async function oneMail({ world }: Asked, id: string, part: string | undefined): Promise<Answer> {
  const stored = mailOf(world, id);
  if (stored === undefined) return { status: 404, body: { error: noMail(id) } };
  if (part === 'raw') return { type: 'message/rfc822', body: Buffer.from(stored.raw, 'latin1') };
  const mail = await readMail(stored);
  if (part === 'text') return { type: 'text/plain; charset=utf-8', body: mail.text };
  // Links of a mail open in the bench's site frame.
  if (part === 'html')
    return {
      type: 'text/html; charset=utf-8',
      body: mail.html.replace(/<head[^>]*>/i, '$&<base target="site">'),
      headers: { 'content-security-policy': FRAME_POLICY },
    };
  return { body: mail };
}

const mailOf = (world: World, id: string): StoredMail | undefined => world.ses.mails.find((m) => m.id === id);
const noMail = (id: string): string => `There is no mail ${id}. GET /__local/mail lists them.`;

async function sesEvent({ world, body }: Asked): Promise<Answer> {
  const { mailId, type, detail } = body as { mailId?: string; type?: string; detail?: unknown };
  const mail = mailOf(world, String(mailId)) ?? bad(noMail(String(mailId)));
  if (!SES_EVENTS.includes(type as SesEventType)) bad(`"type" must be one of ${SES_EVENTS.join(', ')}.`);
  if (detail !== undefined && (typeof detail !== 'object' || detail === null || Array.isArray(detail)))
    bad('"detail" must be an object, or be left out.');
  world.ses.publish(mail, type as SesEventType, detail as Record<string, unknown> | undefined);
  await world.settle();
  return { body: { ok: true } };
}

async function inbound({ world, query, body }: Asked): Promise<Answer> {
  const mail = receivedMail(query, body as Buffer);
  if (typeof mail === 'string') return bad(mail);
  await world.receive(mail);
  return { status: 202, body: { id: mail.id } };
}

async function moveClock({ world, body }: Asked): Promise<Answer> {
  const before = world.ses.mails.length;
  await world.advanceTo(await target(world, body as { advance?: string; to?: string; next?: boolean }));
  return { body: { now: world.clock.now(), sent: world.ses.mails.length - before } };
}

const ONE_MOVE = 'Send {"advance": "P7D"}, {"to": "2026-03-09T07:00:00.000Z"} or {"next": true}.';

async function target(
  world: World,
  { advance, to, next }: { advance?: string; to?: string; next?: boolean },
): Promise<Instant> {
  const now = world.clock.now();
  // Two moves in one request: which was meant?
  if ([advance, to, next].filter((move) => move !== undefined).length > 1) return bad(ONE_MOVE);
  if (next === true) {
    const alarm = await world.nextAlarm();
    return alarm !== null && alarm > now ? alarm : now;
  }
  if (typeof advance === 'string') return instantAfter(now, advance);
  if (typeof to !== 'string' || Number.isNaN(Date.parse(to))) return bad(ONE_MOVE);
  const at = new Date(to).toISOString();
  return at >= now
    ? at
    : bad(`The clock stands at ${now} and does not run backwards. POST /__local/reset begins anew.`);
}

/** Days of a duration are days of 24 hours: the clock is UTC. */
function instantAfter(now: Instant, duration: string): Instant {
  try {
    const at = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').add(Temporal.Duration.from(duration));
    const moved = new Date(at.epochMilliseconds).toISOString();
    return moved >= now ? moved : bad('The clock does not run backwards.');
  } catch (error) {
    if (error instanceof BadRequest) throw error;
    return bad(`"${duration}" is not an ISO 8601 duration. Examples: P7D, PT36H.`);
  }
}

/** The curriculum as it was built, for the words of the bench. */
export const parseCurriculum = (json: unknown): Curriculum => curriculumSchema.parse(json);
