/** The inbox of the bench: what came, filtered; one mail as HTML, text or headers; an answer beside it. */
import type { Shown } from './address.ts';
import { ask, type Mail, type MailLine } from './api.ts';
import { el, shownTime } from './dom.ts';
import type { Answer } from './fields.ts';
import { linkIn } from './forms.ts';

/** The mails that the filters let through, newest first. */
export const filtered = (
  mails: readonly MailLine[],
  { to, kind, unread }: Pick<Shown, 'to' | 'kind' | 'unread'>,
  read: ReadonlySet<string>,
): readonly MailLine[] =>
  mails
    .filter(
      (m) => (to === '' || m.to === to) && (kind === '' || m.kind === kind) && !(unread && read.has(m.id)),
    )
    .reverse();

/** One line of the list. */
export function lineOf(
  mail: MailLine,
  state: { readonly current: boolean; readonly read: boolean },
  open: () => void,
): HTMLLIElement {
  const week = mail.week > 0 ? ` · week ${mail.week}` : '';
  const about = el('small', { textContent: `${shownTime(mail.at)} · ${mail.kind}${week} · ${mail.to}` });
  const button = el('button', { className: state.read ? '' : 'unread', onclick: open }, mail.subject, about);
  button.dataset['id'] = mail.id;
  button.setAttribute('aria-current', String(state.current));
  return el('li', {}, button);
}

/** Shows a page of the mail as somebody in the dark, or with images blocked, sees it. */
function seenAs(page: Document, { dark, images }: Pick<Shown, 'dark' | 'images'>): void {
  for (const sheet of page.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof (page.defaultView as unknown as typeof globalThis).CSSMediaRule)
        if (/prefers-color-scheme:\s*dark/.test(rule.conditionText))
          rule.media.mediaText = dark ? 'all' : 'not all';
  if (dark) page.documentElement.style.colorScheme = 'dark';
  if (!images) for (const image of page.images) image.removeAttribute('src');
}

/**
 * The mail in a frame that may run nothing; its links are followed from here, in the frame of the site.
 */
function htmlOf(mail: MailLine, shown: Shown, goTo: (href: string) => void): HTMLElement {
  const frame = el('iframe', { title: mail.subject, src: `/__local/mail/${mail.id}/html` });
  frame.setAttribute('sandbox', 'allow-same-origin');
  if (shown.width > 0) frame.style.width = `${shown.width}px`;
  frame.addEventListener('load', () => {
    const page = frame.contentDocument;
    if (page === null) return;
    seenAs(page, shown);
    page.addEventListener('click', (event) => {
      const link = (event.target as Element).closest?.('a[href]');
      if (link === null || link === undefined) return;
      event.preventDefault();
      const { href } = link as HTMLAnchorElement;
      if (/^https?:/.test(href)) goTo(href);
    });
  });
  return frame;
}

function textOf(mail: Mail, goTo: (href: string) => void): HTMLElement {
  const pre = el('pre');
  pre.dataset['shows'] = 'text';
  for (const line of mail.text.split('\n')) {
    const follow = (event: Event): void => {
      event.preventDefault();
      goTo(line);
    };
    pre.append(
      /^https?:\S+$/.test(line) ? el('a', { href: line, textContent: line, onclick: follow }) : line,
      '\n',
    );
  }
  return pre;
}

/** The body of a mail in the chosen view. */
export async function bodyOf(
  line: MailLine,
  shown: Shown,
  goTo: (href: string) => void,
): Promise<HTMLElement> {
  if (shown.view === 'html') return htmlOf(line, shown, goTo);
  const mail = await ask<Mail>(`mail/${line.id}`);
  if (shown.view === 'text') return textOf(mail, goTo);
  const pre = el('pre', { textContent: mail.headers.map(([name, value]) => `${name}: ${value}`).join('\n') });
  pre.dataset['shows'] = 'headers';
  return pre;
}

export interface Answering {
  readonly answer: (answer: Answer) => void;
  readonly reply: (text: string) => void;
}
const number = (name: string, most: number, value: string): HTMLInputElement =>
  el('input', { type: 'number', name, min: '0', max: String(most), value, required: true });
const of = (name: string, ...values: readonly string[]): HTMLSelectElement => {
  const select = el('select', { name });
  select.append(...values.map((value) => el('option', { value, textContent: value })));
  return select;
};

/** The sheet under a mail: a week's answer where it asks for one, and a reply to every mail. */
export async function sheetOf(line: MailLine, doing: Answering): Promise<HTMLElement> {
  const mail = await ask<Mail>(`mail/${line.id}`);
  const sheet = el('div', { className: 'sheet' });
  if (linkIn(mail.text, '/c/') !== null && line.kind !== 'ack') sheet.append(answerForm(line, doing));
  if (mail.headers.some(([name, value]) => /^reply-to$/i.test(name) && /\br-/.test(value)))
    sheet.append(replyForm(line, doing));
  return sheet;
}

function answerForm({ to }: MailLine, { answer }: Answering): HTMLFormElement {
  const form = el('form', { className: 'answer' });
  form.append(
    el('strong', { textContent: `Answer as ${to}` }),
    el('label', {}, 'average ', number('painAverage', 10, '2')),
    el('label', {}, 'worst ', number('painWorst', 10, '3')),
    el('label', {}, 'next day ', of('nextDay', 'settled', 'worse24', 'longer', 'stiffBoth')),
    el('label', {}, 'sessions ', of('sessionsDone', 'all', '0', '1', '2', '3')),
    el('label', {}, 'longest run ', of('longestRunMinutes', 'planned', '0', '10', '20', '40', '60')),
    el('label', {}, 'painkillers ', of('painkillers', 'no', 'yes', 'unsure')),
    el(
      'label',
      {},
      'stop signs ',
      of('redFlags', 'none', 'swelling', 'chest', 'numbCold', 'pop', 'walk', 'wakes'),
    ),
    el('label', {}, 'tests ', of('gate', 'yes', 'pain', 'notTried')),
    el('button', { textContent: 'Send the answer' }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { gate, ...fields } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    answer({ ...fields, gateStrength: gate ?? 'yes', gateRun: gate ?? 'yes', runsDone: 3 });
  });
  return form;
}

function replyForm({ to }: MailLine, { reply }: Answering): HTMLFormElement {
  const text = el('textarea', { rows: 2, name: 'text', placeholder: 'for example: 2 OK', required: true });
  const form = el('form', { className: 'reply' });
  form.append(
    el('label', {}, `Reply by mail as ${to} `, text),
    el('button', { textContent: 'Send the reply' }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    reply(text.value);
  });
  return form;
}
