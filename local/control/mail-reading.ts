/** A stored mail as the control API shows it: headers unfolded and decoded, the text and the HTML part. */
import PostalMime, { decodeWords } from 'postal-mime';
import type { StoredMail } from '../aws/ses.ts';

export interface ReadMail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly kind: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly html: string;
}

/** Header lines in order, unfolded, RFC 2047 words decoded. */
export function headersOf(raw: string): readonly (readonly [string, string])[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return head.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), decodeWords(line.slice(colon + 1).trim())] as const;
  });
}

/** A stored mail never changes, and whoever polls the inbox asks for all of them: each is read once. */
const READ = new WeakMap<StoredMail, Promise<ReadMail>>();
export function readMail(mail: StoredMail): Promise<ReadMail> {
  const known = READ.get(mail) ?? parse(mail);
  READ.set(mail, known);
  return known;
}

async function parse(mail: StoredMail): Promise<ReadMail> {
  const headers = headersOf(mail.raw);
  const header = (name: string): string => headers.find(([n]) => n.toLowerCase() === name)?.[1] ?? '';
  const parsed = await PostalMime.parse(Buffer.from(mail.raw, 'latin1'));
  return {
    id: mail.id,
    at: mail.at,
    to: mail.destinations[0] ?? header('to'),
    from: header('from'),
    subject: header('subject'),
    kind: header('x-calf-kind'),
    headers,
    text: (parsed.text ?? '').replace(/\r\n/g, '\n'),
    html: parsed.html ?? '',
  };
}
