/** The bench in the browser: it talks to the control API and to the site, as a person with a mailbox would. */
import { AT_FIRST, hashOf, nextTime, type Shown, shownIn, WEEKDAYS, WIDTHS } from './address.ts';
import { ask, type Changes, type Clock, type Mail, type MailLine, type One, type Row, reply } from './api.ts';
import { drawBell, wireBell } from './bell.ts';
import { byId, choice, el, shownTime } from './dom.ts';
import { FAULTS } from './faults.ts';
import type { Story } from './fields.ts';
import { bodyOf, filtered, lineOf, sheetOf } from './inbox.ts';
import { personOf, rowOf } from './person.ts';
import { answerCheckIn, Players } from './play.ts';

const POLL_MS = 2000;
let shown: Shown = shownIn(location.hash);
let mails: MailLine[] = [];
let people: readonly Row[] = [];
let seen = '';
let now = '';
let busy = false;
let stopped = false;
let stories: readonly Story[] = [];
const read = new Set<string>();
const players = new Players();

const say = (words: string): void => {
  byId('note').textContent = words;
};
const goTo = (href: string): void => {
  byId<HTMLIFrameElement>('site').src = href;
};
const count = (n: number, one: string): string => (n === 1 ? `1 ${one}` : `${n} ${one}s`);
const sentWords = (sent: number): string => `${count(sent, 'mail')} ${sent === 1 ? 'was' : 'were'} sent.`;

/** Shows something else, and keeps it in the address. */
function show(change: Partial<Shown>): void {
  shown = { ...shown, ...change };
  history.replaceState(null, '', hashOf(shown) || location.pathname);
  void draw();
}

async function drawMail(): Promise<void> {
  const line = mails.find(({ id }) => id === shown.mail);
  for (const tab of document.querySelectorAll<HTMLElement>('[data-view]'))
    tab.setAttribute('aria-pressed', String(tab.dataset['view'] === shown.view));
  if (line === undefined) {
    const words = 'Mails appear here. Add a runner above, or sign up on the left, to get the first one.';
    byId('mail').replaceChildren(el('p', { className: 'empty', textContent: words }));
    return;
  }
  read.add(line.id);
  const [body, sheet] = await Promise.all([
    bodyOf(line, shown, goTo),
    sheetOf(line, {
      answer: (answer) =>
        act(async () => {
          await answerCheckIn(line.to, line.id, answer);
          return 'The answer is sent.';
        }),
      reply: (text) =>
        act(async () => {
          await reply(await ask<Mail>(`mail/${line.id}`), text);
          return 'The reply is sent.';
        }),
    }),
  ]);
  if (line.id === shown.mail) byId('mail').replaceChildren(body, sheet);
}

function drawList(): void {
  const lines = filtered(mails, shown, read);
  byId('count').textContent = count(mails.length, 'mail');
  byId('list').replaceChildren(
    ...lines.map((mail) =>
      lineOf(mail, { current: mail.id === shown.mail, read: read.has(mail.id) }, () =>
        show({ mail: mail.id }),
      ),
    ),
  );
  const addresses = [...new Set(mails.map(({ to }) => to))];
  const kinds = [...new Set(mails.map(({ kind }) => kind))].sort();
  const some = (all: string, values: readonly string[]) => [
    ['', all] as const,
    ...values.map((v) => [v, v] as const),
  ];
  byId('filters').replaceChildren(
    choice('to', some('everybody', addresses), shown.to, (to) => show({ to })),
    choice('kind', some('every kind', kinds), shown.kind, (kind) => show({ kind })),
    toggle('unread only', shown.unread, (unread) => show({ unread })),
    choice(
      'width',
      WIDTHS.map((w) => [String(w), w === 0 ? 'all' : `${w} px`]),
      String(shown.width),
      (width) => show({ width: Number(width) }),
    ),
    toggle('dark', shown.dark, (dark) => show({ dark })),
    toggle('images', shown.images, (images) => show({ images })),
  );
}
function toggle(words: string, on: boolean, change: (on: boolean) => void): HTMLLabelElement {
  const box = el('input', { type: 'checkbox', checked: on });
  box.addEventListener('change', () => change(box.checked));
  return el('label', {}, box, ` ${words}`);
}

function drawPeople(): void {
  const rows = byId<HTMLTableSectionElement>('rows');
  const focused = document.activeElement?.closest<HTMLTableRowElement>('#rows tr')?.rowIndex;
  rows.replaceChildren(...people.map((one) => rowOf(one, () => show({ person: one.id }))));
  if (focused !== undefined) rows.rows[focused - 1]?.querySelector('button')?.focus();
}

async function drawPerson(): Promise<void> {
  const { person } = shown;
  byId('person').hidden = person === null;
  if (person === null) return;
  const one = await ask<One>(`participants/${person}`).catch((error: Error) => error);
  byId('person').replaceChildren(
    ...(one instanceof Error
      ? [el('p', { className: 'empty', textContent: one.message })]
      : personOf(one, mails, (mail) => show({ mail: mail.id }))),
  );
}

async function draw(): Promise<void> {
  drawList();
  await Promise.all([drawMail(), drawPerson()]);
}

/** Asks for what is new since the last look; a look that finds nothing costs some hundred bytes. */
async function look(): Promise<void> {
  const query = new URLSearchParams({ after: String(mails.length), first: mails[0]?.id ?? '', seen });
  const news = await ask<Changes>(`changes?${query}`);
  now = news.now;
  byId('now').textContent = `${shownTime(now)} UTC`;
  byId<HTMLTimeElement>('now').dateTime = now;
  const before = mails.at(-1)?.id;
  mails = news.whole ? [...news.mails] : [...mails, ...news.mails];
  const last = mails.at(-1)?.id;
  seen = news.seen;
  if (news.people !== undefined) {
    people = news.people;
    drawPeople();
  }
  const first = shown.mail === null || !mails.some(({ id }) => id === shown.mail);
  if (last !== undefined && last !== before && (first || before !== undefined))
    shown = { ...shown, mail: last };
  if (news.whole || news.mails.length > 0 || news.people !== undefined || !byId('mail').hasChildNodes())
    await draw();
  await drawBell(news.alarms);
}

/** From alarm to alarm until one of them sends a mail; an alarm may also only look for news of a mail. */
async function nextMail(): Promise<string> {
  for (let alarm = 0; alarm < 50; alarm += 1) {
    const before = await ask<Clock>('clock');
    const after = await ask<Clock>('clock', { next: true });
    if (after.sent > 0) return sentWords(after.sent);
    if (after.now.slice(0, 19) === before.now.slice(0, 19))
      return 'Nothing more is due. Answer a mail, sign up, or add a runner.';
  }
  return 'Fifty alarms without a mail.';
}
const moved = async (body: unknown): Promise<string> => sentWords((await ask<Clock>('clock', body)).sent);

async function startOver(): Promise<string> {
  await ask('reset', {});
  players.forget();
  read.clear();
  [mails, people, seen] = [[], [], ''];
  shown = { ...AT_FIRST, view: shown.view, width: shown.width, dark: shown.dark, images: shown.images };
  history.replaceState(null, '', hashOf(shown) || location.pathname);
  byId('mail').replaceChildren();
  goTo('/');
  return 'Everything is empty again, and no fault is switched on.';
}

async function addRunner(): Promise<string> {
  const story = stories.find(({ id }) => id === byId<HTMLSelectElement>('story').value);
  if (story === undefined) return 'Choose a runner first.';
  const email = await players.add(story, people);
  return `${email} has signed up. Press Play to live on.`;
}

/** Lives on until everybody has come to the week that was chosen, or nothing more happens. */
async function play(): Promise<string> {
  const week = Number(byId<HTMLInputElement>('until').value);
  if (players.count === 0) return 'Add a runner first.';
  stopped = false;
  byId<HTMLButtonElement>('stop').disabled = false;
  for (let step = 0; step < 2000 && !stopped; step += 1) {
    const going = await players.step(people, mails);
    await look();
    say(`Playing: ${shownTime(now)} UTC …`);
    const arrived = people.every((one) => one.status !== 'active' || (one.week ?? 0) >= week);
    if (!going || (arrived && people.some((one) => (one.week ?? 0) > 0))) break;
  }
  const trouble = players.troubles.length === 0 ? '' : ` ${players.troubles.join(' ')}`;
  return `${stopped ? 'Stopped' : 'Played'}: it is ${shownTime(now)} UTC.${trouble}`;
}

async function act(work: () => Promise<string>): Promise<void> {
  if (busy) return;
  busy = true;
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('header button, .sheet button')];
  for (const button of buttons) button.disabled = true;
  say('Working off what is due …');
  try {
    const words = await work();
    await look();
    say(words);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  } finally {
    busy = false;
    for (const button of document.querySelectorAll<HTMLButtonElement>('header button, .sheet button'))
      button.disabled = button.id === 'stop';
  }
}

function drawFaults(): void {
  byId('fault-list').replaceChildren(
    ...FAULTS.map(({ name, label, options, set }) =>
      choice(
        label,
        options.map((option) => [option, option]),
        options[0] ?? '',
        (chosen) =>
          act(async () => {
            await set(chosen);
            return `The ${name} is "${chosen}" from now on.`;
          }),
      ),
    ),
  );
}

async function begin(): Promise<void> {
  const weekday = byId<HTMLSelectElement>('weekday');
  weekday.append(...WEEKDAYS.map((day) => el('option', { value: day, textContent: day })));
  weekday.value = 'Friday';
  stories = await ask<readonly Story[]>('personas');
  byId('story').append(...stories.map(({ id, name }) => el('option', { value: id, textContent: name })));
  byId<HTMLSelectElement>('story').addEventListener('change', () => {
    const about = stories.find(({ id }) => id === byId<HTMLSelectElement>('story').value)?.about ?? '';
    Object.assign(byId('about'), { textContent: about, title: about });
  });
  drawFaults();
  const on: Readonly<Record<string, () => Promise<string>>> = {
    'clock-next': nextMail,
    'clock-day': () => moved({ advance: 'P1D' }),
    'clock-week': () => moved({ advance: 'P7D' }),
    'clock-to': () =>
      moved({ to: nextTime(now, weekday.value, Number(byId<HTMLInputElement>('hour').value)) }),
    'start-over': startOver,
    'add-runner': addRunner,
    play,
  };
  for (const [id, work] of Object.entries(on)) byId(id).addEventListener('click', () => void act(work));
  byId('stop').addEventListener('click', () => {
    stopped = true;
  });
  wireBell();
  byId('home').addEventListener('click', () => goTo('/'));
  for (const tab of document.querySelectorAll<HTMLElement>('[data-view]'))
    tab.addEventListener('click', () => show({ view: tab.dataset['view'] as Shown['view'] }));
  addEventListener('hashchange', () => show(shownIn(location.hash)));
  await look();
  setInterval(() => {
    if (busy || document.hidden) return;
    look().catch((error: unknown) =>
      say(error instanceof TypeError ? 'The local run does not answer.' : String((error as Error).message)),
    );
  }, POLL_MS);
}

void begin().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
