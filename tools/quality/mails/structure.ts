/**
 * Two mails are the same structure when their HTML differs in text and URLs only (and in the length of the
 * chart's bars, which are text drawn as cells). The slow rules look at every structure once, in its variant
 * with the longest text.
 */
import { createHash } from 'node:crypto';
import { type GateMail, visible } from './mail.ts';

export const skeletonOf = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/>[^<]+</g, '><')
    .replace(/\b(href|src|aria-label|title|alt)="[^"]*"/g, '$1=""')
    .replace(/\bwidth="\d+%"/g, 'width="%"');

export interface Structure {
  readonly id: string;
  readonly kind: string;
  readonly html: string;
  /** Characters a reader sees. */
  readonly length: number;
}

/** Collects structures from mails as they pass by. */
export class Structures {
  readonly found = new Map<string, Structure>();
  private seen = 0;

  take(mail: GateMail): void {
    this.seen += 1;
    const key = createHash('sha1')
      .update(`${mail.kind} ${skeletonOf(mail.html)}`)
      .digest('base64');
    const length = visible(mail.html).length;
    const known = this.found.get(key);
    if (known === undefined || known.length < length)
      this.found.set(key, { id: mail.id, kind: mail.kind, html: mail.html, length });
  }

  get mails(): number {
    return this.seen;
  }
}
