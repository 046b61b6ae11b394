/** What the bench asks of the control API (docs/contract.md §4), with the shapes of the answers. */

export interface MailLine {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly kind: string;
  /** 0 = a mail of no week. */
  readonly week: number;
  readonly subject: string;
}
export interface Mail extends Omit<MailLine, 'week'> {
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
}
export interface Row {
  readonly id: string;
  readonly email: string | null;
  readonly status: string;
  readonly week: number | null;
  readonly level: string | null;
  readonly stage: string | null;
  readonly footCore: string | null;
  readonly wakeAt: string | null;
}
export interface Digest {
  readonly week: number;
  readonly average: number | null;
  readonly worst: number | null;
  readonly outcome: string;
  readonly rule: string;
  readonly level: number;
  readonly stage: string;
}
export interface JournalEntry {
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly events: readonly { readonly type: string }[];
}
export interface One extends Row {
  readonly rev: number;
  readonly state: { readonly course?: { readonly history?: readonly Digest[] } };
  readonly journal: readonly JournalEntry[];
  /** What the open question plans; null when none is open. */
  readonly open: {
    readonly week: number;
    readonly sessionsPlanned: number;
    readonly longestRun: number;
  } | null;
}
export interface Changes {
  readonly now: string;
  /** The mails that came after those the bench has; `whole` = all of them, its own list is of another run. */
  readonly mails: readonly MailLine[];
  readonly whole: boolean;
  /** Absent when nobody changed. */
  readonly people?: readonly Row[];
  readonly seen: string;
  /** How many alarms there were so far. */
  readonly alarms: number;
}
export interface Alarm {
  readonly at: string;
  readonly alarm: string;
  readonly participantId?: string;
}
export interface Clock {
  readonly now: string;
  readonly sent: number;
}

/** Asks the control API; with a body it posts. Throws the API's own sentence. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`/__local/${path}`, init);
  const answer = (await response.json()) as T & { readonly error?: string };
  if (!response.ok) throw new Error(answer.error ?? `The control API answered ${response.status}.`);
  return answer;
}

/** A reply to a mail, from the address it went to, as a mail program writes it. */
export async function reply(to: Mail, text: string): Promise<void> {
  const header = (name: string): string => to.headers.find(([n]) => n.toLowerCase() === name)?.[1] ?? '';
  const replyTo = /<([^>]+)>/.exec(header('reply-to'))?.[1] ?? header('reply-to');
  const subject = to.subject.replace(/[^\x20-\x7e]/g, '');
  const raw = [
    `From: <${to.to}>`,
    `To: <${replyTo}>`,
    `Subject: Re: ${subject}`,
    `Message-ID: <${crypto.randomUUID()}@bench.example>`,
    `In-Reply-To: ${header('message-id')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...text.split('\n'),
    '',
  ].join('\r\n');
  const query = new URLSearchParams({ from: to.to, to: replyTo });
  const response = await fetch(`/__local/inbound?${query}`, { method: 'POST', body: raw });
  const answer = (await response.json()) as { readonly error?: string };
  if (!response.ok) throw new Error(answer.error ?? `The reply was answered ${response.status}.`);
}
