/**
 * What the bench does in the browser. It talks to the control API only and makes every element itself, so
 * that nothing a mail says becomes markup.
 */
export const BENCH_SCRIPT = String.raw`
'use strict';
const $ = (id) => document.getElementById(id);
const el = (tag, props = {}, ...kids) => { const made = Object.assign(document.createElement(tag), props); made.append(...kids); return made; };
const shown = (at) => at.slice(0, 16).replace('T', ' ');
let mails = [];
let current = null;
let view = 'html';
let person = null;
let busy = false;

async function ask(path, body) {
  const response = await fetch('/__local/' + path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}
const goTo = (href) => { $('site').src = href; };

/**
 * The mail lies in a frame that may run nothing; its links are followed from here, in the frame of the site.
 */
function followLinks(frame) {
  frame.contentDocument.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (link === null) return;
    event.preventDefault();
    if (/^https?:/.test(link.href)) goTo(link.href);
  });
}
function bodyOf(mail) {
  if (mail === undefined) return el('p', { className: 'empty', textContent: 'Mails appear here. Sign up on the left to get the first one.' });
  if (view === 'html') {
    const frame = el('iframe', { title: mail.subject, src: '/__local/mail/' + mail.id + '/html' });
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.addEventListener('load', () => followLinks(frame));
    return frame;
  }
  if (view === 'headers') return el('pre', { textContent: mail.headers.map(([name, value]) => name + ': ' + value).join('\n') });
  const pre = el('pre');
  for (const line of mail.text.split('\n')) {
    const isLink = /^https?:\S+$/.test(line);
    pre.append(isLink ? el('a', { href: line, textContent: line, onclick: (event) => { event.preventDefault(); goTo(line); } }) : line, '\n');
  }
  return pre;
}
function showMail() {
  for (const tab of document.querySelectorAll('[data-view]')) tab.setAttribute('aria-pressed', String(tab.dataset.view === view));
  for (const entry of $('list').querySelectorAll('button')) entry.setAttribute('aria-current', String(entry.dataset.id === current));
  $('mail').replaceChildren(bodyOf(mails.find((mail) => mail.id === current)));
}
function entryOf(mail) {
  const about = el('small', { textContent: shown(mail.at) + ' · ' + mail.kind + ' · ' + mail.to });
  const entry = el('button', { onclick: () => { current = mail.id; showMail(); } }, mail.subject, about);
  entry.dataset.id = mail.id;
  return el('li', {}, entry);
}
function rowOf(one) {
  const name = el('button', { textContent: one.email ?? one.id, onclick: () => { person = one.id; void showPerson(); } });
  const cells = [one.status, one.week, one.level, one.stage, one.footCore, one.wakeAt === null ? 'idle' : shown(one.wakeAt)];
  return el('tr', {}, el('td', {}, name), ...cells.map((text) => el('td', { textContent: text ?? '–' })));
}
const folded = (title, value) => el('details', {}, el('summary', { textContent: title }), el('pre', { textContent: JSON.stringify(value, null, 2) }));
async function showPerson() {
  $('person').hidden = person === null;
  if (person === null) return;
  const one = await ask('participants/' + person);
  const entries = [...one.journal].reverse().map((entry) =>
    folded(shown(entry.at) + ' · ' + entry.actor + ' · ' + entry.command + ' → ' + entry.events.map((event) => event.type).join(', '), entry.events));
  $('person').replaceChildren(
    el('h3', { textContent: (one.email ?? one.id) + ': state' }), folded('revision ' + one.rev, one.state),
    el('h3', { textContent: 'Journal, newest first' }), ...entries);
}
const alarmOf = ({ at, alarm, participantId }) =>
  el('li', { textContent: [shown(at), alarm, participantId].filter((part) => part !== undefined).join(' · ') });
function showAlarms(alarms) {
  $('bell').textContent = 'Alarms: ' + alarms.length;
  $('bell').classList.toggle('rings', alarms.length > 0);
  $('alarms').replaceChildren(...[...alarms].reverse().map(alarmOf));
}
async function refresh() {
  const [clock, list, people] = await Promise.all([ask('clock'), ask('mail'), ask('participants')]);
  showAlarms(await ask('alarms'));
  const last = list.at(-1);
  const isNew = last !== undefined && last.id !== mails.at(-1)?.id;
  const changed = isNew || list.length !== mails.length;
  mails = list;
  if (isNew) current = last.id;
  $('now').textContent = shown(clock.now) + ' UTC';
  $('now').dateTime = clock.now;
  if (changed || !$('mail').hasChildNodes()) {
    $('count').textContent = mails.length === 1 ? '1 mail' : mails.length + ' mails';
    $('list').replaceChildren(...[...mails].reverse().map(entryOf));
    showMail();
    await showPerson();
  }
  const focused = document.activeElement?.closest?.('#rows tr')?.rowIndex;
  $('rows').replaceChildren(...people.map(rowOf));
  if (focused !== undefined) $('rows').rows[focused - 1]?.querySelector('button').focus();
}

/** From alarm to alarm until one of them sends a mail; an alarm may also only look for news of a mail. */
async function nextMail() {
  for (let alarm = 0; alarm < 50; alarm += 1) {
    const before = await ask('clock');
    const { now, sent } = await ask('clock', { next: true });
    if (sent > 0) return sent === 1 ? 'One mail was sent.' : sent + ' mails were sent.';
    if (now.slice(0, 19) === before.now.slice(0, 19)) return 'Nothing more is due. Answer a mail, or sign up.';
  }
  return 'Fifty alarms without a mail.';
}
const moved = async (body) => { const { sent } = await ask('clock', body); return sent === 1 ? 'One mail was sent.' : sent + ' mails were sent.'; };
async function startOver() {
  await ask('reset', {});
  [mails, current, person] = [[], null, null];
  $('mail').replaceChildren();
  $('person').hidden = true;
  goTo('/');
  return 'Everything is empty again.';
}
async function act(work) {
  if (busy) return;
  busy = true;
  const buttons = document.querySelectorAll('header button');
  for (const button of buttons) button.disabled = true;
  $('note').textContent = 'Working off what is due …';
  try {
    $('note').textContent = await work();
    await refresh();
  } catch (error) {
    $('note').textContent = error.message;
  } finally {
    busy = false;
    for (const button of buttons) button.disabled = false;
  }
}
$('clock-next').onclick = () => act(nextMail);
$('clock-day').onclick = () => act(() => moved({ advance: 'P1D' }));
$('clock-week').onclick = () => act(() => moved({ advance: 'P7D' }));
$('start-over').onclick = () => act(startOver);
$('bell').onclick = () => {
  $('alarms').hidden = !$('alarms').hidden;
  $('bell').setAttribute('aria-expanded', String(!$('alarms').hidden));
};
$('home').onclick = () => goTo('/');
for (const tab of document.querySelectorAll('[data-view]')) tab.onclick = () => { view = tab.dataset.view; showMail(); };
const look = () => refresh().catch((error) => { $('note').textContent = error instanceof TypeError ? 'The local run does not answer.' : error.message; });
void look();
setInterval(() => { if (!busy && !document.hidden) void look(); }, 2000);
`;
