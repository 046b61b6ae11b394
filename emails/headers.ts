/**
 * The headers of every mail (docs/contract.md §3, RFC 5322, 2369, 2919, 3834, 8058). Nothing personal stands
 * here beyond To, Reply-To and the token of List-Unsubscribe. SES overwrites Date and Message-ID with its
 * own; they are written so that the message is whole without it.
 */

import type { Instant } from '../program/kernel/time.ts';
import type { MailView } from '../views/mail/views.ts';
import type { Header } from './mime.ts';

export interface HeaderOptions {
  /** Constant for the deployment. */
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  /** From renderMail. */
  readonly subject: string;
  readonly at: Instant;
  /** Left of the @ of Message-ID: unique for this attempt, letters, digits, dots and hyphens. */
  readonly messageId: string;
  /** Domain of the mail identity: Message-ID and List-Id. */
  readonly mailDomain: string;
  /** Where an answer goes. */
  readonly replyTo: string;
  /** A second, optional way to leave by mail. */
  readonly unsubscribeMailto?: string;
}

const ADDRESS = /^[^\s<>"(),:;@\\]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * RFC 5322 date of a UTC instant: "Mon, 02 Mar 2026 06:00:00 +0000". Throws on anything but an ISO instant in
 * UTC.
 */
export function mailDate(at: Instant): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(at);
  const [, year = '', month = '', day = '', time = ''] = match ?? [];
  const name = MONTHS[Number(month) - 1];
  if (match === null || name === undefined) throw new TypeError('header Date: needs a UTC instant');
  // Day of the week by Zeller's congruence; March is the first month of its year.
  const m = Number(month) < 3 ? Number(month) + 12 : Number(month);
  const y = Number(month) < 3 ? Number(year) - 1 : Number(year);
  const weekday =
    (Number(day) +
      Math.floor((13 * (m + 1)) / 5) +
      y +
      Math.floor(y / 4) -
      Math.floor(y / 100) +
      Math.floor(y / 400) +
      6) %
    7;
  return `${DAYS[weekday] ?? ''}, ${day} ${name} ${year} ${time} +0000`;
}

function address(value: string, header: string): string {
  if (!ADDRESS.test(value) || /[^\x21-\x7e]/.test(value) || value.length > 254)
    throw new TypeError(`header ${header}: no plain ASCII mail address`);
  return value;
}

function mailbox(name: string, at: string): string {
  const quoted =
    /^[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]+$/.test(name) || /[^\x20-\x7e]/.test(name)
      ? name
      : `"${name.replace(/["\\]/g, '\\$&')}"`;
  return `${quoted} <${address(at, 'From')}>`;
}

function unsubscribe(view: MailView, options: HeaderOptions): readonly Header[] {
  const url = view.frame.links.unsubscribe;
  if (url === null) return [];
  if (!/^https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]+$/.test(url))
    throw new TypeError('header List-Unsubscribe: needs one absolute http(s) URL');
  const mailto =
    options.unsubscribeMailto === undefined
      ? ''
      : `, <mailto:${address(options.unsubscribeMailto, 'List-Unsubscribe')}>`;
  return [
    ['List-Unsubscribe', `<${url}>${mailto}`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['List-Id', `Calf Coach plan <plan.${options.mailDomain}>`],
  ];
}

/**
 * Every header but MIME-Version and Content-Type, which the message writer adds. Throws TypeError with the
 * header's name.
 */
export function headersFor(view: MailView, options: HeaderOptions): readonly Header[] {
  if (!/^[A-Za-z0-9.-]+$/.test(options.messageId))
    throw new TypeError('header Message-ID: letters, digits, dots and hyphens only');
  const { kind, week, locale } = view.frame;
  return [
    ['From', mailbox(options.from.name, options.from.address)],
    ['To', address(options.to, 'To')],
    ['Reply-To', address(options.replyTo, 'Reply-To')],
    ['Subject', options.subject],
    ['Date', mailDate(options.at)],
    ['Message-ID', `<${options.messageId}@${options.mailDomain}>`],
    ...unsubscribe(view, options),
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
    ['x-ms-reactions', 'disallow'],
    ['Content-Language', locale],
    ['X-Calf-Kind', kind],
    ...(week === null ? [] : [['X-Calf-Week', String(week)] as const]),
  ];
}
