/**
 * Two mails are the same structure when their HTML differs in text and URLs only (and in the length of the chart's bars, which are text
 * drawn as cells). The slow rules look at every structure once, in its variant with the longest text.
 */
import { createHash } from 'node:crypto';
import type { GateMail } from './mail.ts';

export const skeletonOf = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/>[^<]+</g, '><')
    .replace(/\b(href|aria-label|title|alt)="[^"]*"/g, '$1=""')
    .replace(/\bwidth="\d+%"/g, 'width="%"');

export interface Structure {
  readonly id: string;
  readonly kind: string;
  readonly html: string;
}

/** Collects structures from mails as they pass by. */
export class Structures {
  readonly found = new Map<string, Structure>();
  readonly longest = new Map<string, Structure>();

  take(mail: GateMail): void {
    const key = createHash('sha1')
      .update(`${mail.kind} ${skeletonOf(mail.html)}`)
      .digest('base64');
    const known = this.found.get(key);
    if (known === undefined || known.html.length < mail.html.length) this.found.set(key, { id: mail.id, kind: mail.kind, html: mail.html });
    const longest = this.longest.get(mail.kind);
    if (longest === undefined || longest.html.length < mail.html.length)
      this.longest.set(mail.kind, { id: mail.id, kind: mail.kind, html: mail.html });
  }
}
