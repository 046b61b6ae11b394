/**
 * One mail under the gate: the bytes as they are sent, what a parser reads in them, and where it came from.
 */
import PostalMime, { type Email } from 'postal-mime';
import { headersFor } from '../../../emails/headers.ts';
import { writeMessage } from '../../../emails/mime.ts';
import { BIDI_CONTROLS } from '../../../emails/parts/name.ts';
import { renderMail } from '../../../emails/render.ts';
import type { MailView } from '../../../views/mail/views.ts';

export const SENDER = { name: 'Calf Coach', address: 'coach@mail.example.org' } as const;
export const MAIL_DOMAIN = 'mail.example.org';
export const OPERATOR_EMAIL = 'coach@riverside.example.org';

export interface Origin {
  /** Unique: where the mail comes from and who reads it. */
  readonly id: string;
  readonly source: 'example' | 'persona' | 'generated' | 'local run';
  /** Mails of one participant share it; null for an example. */
  readonly journey: string | null;
  /** Codes of the reasons that led to this mail. */
  readonly why: readonly string[];
}
export interface GateMail extends Origin {
  readonly kind: string;
  readonly week: number | null;
  /** Null for a mail taken from the running system: only its bytes are known. */
  readonly view: MailView | null;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  readonly raw: Uint8Array;
  /** The bytes as characters, one each. */
  readonly message: string;
  readonly parsed: Email;
}

const latin = new TextDecoder('latin1');

/** Renders a view, writes the message and reads it back. */
export async function mailOf(origin: Origin, view: MailView): Promise<GateMail> {
  const { subject, preheader, html, text } = renderMail(view);
  const headers = headersFor(view, {
    from: SENDER,
    to: 'sam@example.com',
    subject,
    at: '2026-03-02T06:00:00.000Z',
    messageId: '0000000000000001.1',
    mailDomain: MAIL_DOMAIN,
    replyTo: OPERATOR_EMAIL,
  });
  const raw = writeMessage(headers, text, html);
  const { kind, week } = view.frame;
  return {
    ...origin,
    kind,
    week,
    view,
    subject,
    preheader,
    html,
    text,
    raw,
    message: latin.decode(raw),
    parsed: await PostalMime.parse(raw),
  };
}

const PREHEADER = /<div [^>]*display:none[^>]*>([^<]*)<\/div>/;

/** A message of the running system. */
export async function mailOfBytes(origin: Origin, raw: Uint8Array): Promise<GateMail> {
  const parsed = await PostalMime.parse(raw);
  const headerOf = (name: string): string | undefined =>
    parsed.headers.find(({ key }) => key === name)?.value;
  const html = (parsed.html ?? '').replace(/\r\n/g, '\n');
  const week = headerOf('x-calf-week');
  return {
    ...origin,
    kind: headerOf('x-calf-kind') ?? 'unknown',
    week: week === undefined ? null : Number(week),
    view: null,
    subject: parsed.subject ?? '',
    preheader: decoded(PREHEADER.exec(html.replace(/\n/g, ' '))?.[1] ?? '').replace(
      /(?:\s|\u034f|\u200c|\u00a0)+$/u,
      '',
    ),
    html,
    text: (parsed.text ?? '').replace(/\r\n/g, '\n'),
    raw,
    message: latin.decode(raw),
    parsed,
  };
}

export const decoded = (html: string): string =>
  html
    .replace(/&#(\d+);/g, (_all, point: string) => String.fromCodePoint(Number(point)))
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

export const bodyOf = (html: string): string => html.slice(html.indexOf('<body'));
/** The words of the body as a reader sees them: no markup, no preheader, no comments. */
export const visible = (html: string): string =>
  decoded(
    bodyOf(html)
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<div [^>]*display:none[^>]*>[\s\S]*?<\/div>/, '')
      .replace(/<[^>]+>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();
export const hrefs = (html: string): readonly string[] =>
  [...html.matchAll(/\bhref="([^"]*)"/g)].map((m) => decoded(m[1] ?? ''));
/** Attributes and words of every link. */
export const anchors = (html: string): readonly (readonly [attributes: string, words: string])[] =>
  [...html.matchAll(/<a\s([^>]*)>([\s\S]*?)<\/a>/g)].map((m) => [
    m[1] ?? '',
    decoded((m[2] ?? '').replace(/<[^>]+>/g, '')).trim(),
  ]);
/** Every URL that a view holds. */
export const urlsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /^https?:/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(urlsOf) : [];
};
/**
 * A part without the sentences that the person wrote themselves: those are theirs, whatever stands in them.
 */
export function withoutOwnWords(part: string, view: MailView | null): string {
  const written = view === null ? [] : ownWordsIn(view.body);
  return written.reduce((rest, words) => {
    const pieces = words.split(/\s+/).filter((piece) => piece !== '');
    return pieces.length === 0
      ? rest
      : rest.replace(
          new RegExp(pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'), 'gu'),
          '…',
        );
  }, part);
}
const ownWordsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const here =
    'label' in value && 'words' in value && typeof value.words === 'string'
      ? [value.words.replace(BIDI_CONTROLS, '')]
      : [];
  return [...here, ...Object.values(value).flatMap(ownWordsIn)];
};
/** The header lines before folding, in order. */
export function headerLines(message: string): readonly (readonly [name: string, value: string])[] {
  const head = message.slice(0, message.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return head.split('\r\n').map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at), line.slice(at + 1).trim()] as const;
  });
}
export const headerOf = (message: string, name: string): string | undefined =>
  headerLines(message).find(([found]) => found.toLowerCase() === name.toLowerCase())?.[1];
