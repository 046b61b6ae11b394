/**
 * One person's way through the deployed app: sign-up, confirmation, intake, three check-ins (2, 3 and 7), the
 * schedule's tick, an event of SES and a reply. Every step is a sentence that is printed when it held.
 */
import assert from 'node:assert/strict';
import { wordsOf } from '../local/support/forms.ts';
import { calm, INTAKE } from '../local/support/runner.ts';
import { type Deployed, until } from './deployed.ts';

const EMAIL = 'ada@example.org';
type Say = (line: string) => void;

async function join(app: Deployed, say: Say): Promise<void> {
  const form = await app.open('/signup');
  assert.equal(form.status, 200);
  const sent = await app.fill(form, {
    email: EMAIL,
    firstName: 'Ada',
    country: 'GB',
    adult: 'yes',
    consentEmail: 'yes',
  });
  assert.equal(sent.path, '/signup/sent');
  const mail = await app.mailWith('/confirm/', 0);
  assert.equal(mail.to, EMAIL);
  say('signed up through the deployed API; the mail to confirm lies with SES');
  let page = await app.fill(await app.open(app.link(mail, '/confirm/')), {});
  assert.ok(page.path.startsWith('/start/'), page.path);
  for (const step of [1, 2, 3, 4] as const) page = await app.fill(page, INTAKE[step]);
  assert.ok(page.path.startsWith('/me/'), page.path);
  await app.mailWith('/me/', 1);
  say('confirmed, answered the intake, the first plan came');
}

/** Lets days pass until a check-in mail is there; returns the day and the path of its link. */
async function nextCheckIn(
  app: Deployed,
  from: number,
): Promise<{ readonly day: number; readonly link: string }> {
  const before = (await app.mails()).length;
  for (let day = from; day < from + 16; day += 0.5) {
    await app.pass(day);
    const mail = (await app.mails()).slice(before).find(({ text }) => /\/c\//.test(text));
    if (mail !== undefined) return { day, link: app.link(mail, '/c/') };
  }
  throw new Error('no check-in in sixteen days');
}

async function answer(app: Deployed, link: string, pain: number): Promise<string> {
  const page = await app.open(link);
  assert.equal(page.status, 200);
  return wordsOf((await app.fill(page, calm(pain))).html);
}

async function weeks(app: Deployed, id: string, say: Say): Promise<void> {
  let day = 0;
  const told: Record<string, readonly string[]> = {};
  for (const pain of [2, 3, 7]) {
    const { day: asked, link } = await nextCheckIn(app, day);
    const [events, mails] = [(await app.events(id)).length, (await app.mails()).length];
    const words = await answer(app, link, pain);
    told[pain] = (await app.events(id)).slice(events);
    assert.ok(told[pain].includes('CheckedIn'), `${pain}: ${told[pain].join()}`);
    if (pain === 7) assert.match(words, /doctor/i);
    await until(`the mail about ${pain}`, async () => ((await app.mails()).length > mails ? true : null));
    const mail = (await app.mails()).at(-1);
    say(`answered ${pain} after ${asked} days: ${told[pain].join(', ')}; "${mail?.subject}"`);
    day = asked + 0.5;
  }
  assert.ok(
    told[2]?.some((type) => type === 'Progressed' || type === 'Held'),
    told[2]?.join(),
  );
  assert.ok(!told[3]?.includes('Stopped') && !told[2]?.includes('Stopped'));
  assert.ok(told[7]?.includes('Stopped'), told[7]?.join());
}

async function fact(app: Deployed, id: string, say: Say): Promise<void> {
  const occasion = (await app.person(id)).mails.find(({ kind }) => kind === 'start')?.occasion;
  assert.ok(occasion !== undefined, 'the first plan has a row');
  const at = new Date().toISOString();
  await app.sesEvent({
    eventType: 'Delivery',
    mail: {
      timestamp: at,
      messageId: 'a-word-about-it',
      destination: [EMAIL],
      tags: { dispatch: [`${id}_${occasion}`], attempt: ['1'] },
    },
    delivery: { timestamp: at, recipients: [EMAIL] },
  });
  await until('the word about the mail', async () => {
    const found = (await app.person(id)).mails.find((one) => one.occasion === occasion);
    return found?.status === 'delivered' ? true : null;
  });
  say('an event of SES went through the deployed topic and queue into the row of the mail');
}

async function reply(app: Deployed, id: string, say: Say): Promise<void> {
  const { mails } = await app.person(id);
  const handle = mails.findLast(({ replyHandle }) => replyHandle !== undefined)?.replyHandle;
  const before = (await app.events(id)).length;
  const to = `r-${handle}@reply.example.org`;
  const raw = [
    `From: Ada <${EMAIL}>`,
    `To: ${to}`,
    'Subject: Re: Your week',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'My calf is swollen and hot since this morning.',
    '',
  ].join('\r\n');
  await app.receive(to, EMAIL, raw);
  const told = (await app.events(id)).slice(before);
  assert.ok(told.length > 0, 'the reply was heard');
  say(`a reply went through the deployed bucket and function: ${told.join(', ')}`);
}

/** So many days and the hours to the next noon: at night no lesson leaves, whenever the walk begins. */
const daysToNoon = (days: number): number => {
  const hour = new Date().getUTCHours() + new Date().getUTCMinutes() / 60;
  return days + ((36 - hour) % 24) / 24;
};

/** The whole way. Throws at the first step that does not hold. */
export async function walk(app: Deployed, say: Say): Promise<void> {
  await join(app, say);
  const id = await app.participantId();
  await fact(app, id, say);
  const before = (await app.mails()).length;
  app.ahead(daysToNoon(3));
  await until("the schedule's tick", async () => ((await app.mails()).length > before ? true : null));
  say("the schedule's own tick found who was due, and the lesson came");
  await weeks(app, id, say);
  await reply(app, id, say);
}
