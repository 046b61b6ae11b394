/** A short page of one message: refusals and the errors 413, 415, 422 without a form, 429, 500. */
import type { PageFrame } from '../../views/page/page-views.ts';
import { each, html, NOTHING } from '../html.ts';
import { page } from '../layout.ts';

export interface MessagePage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** One way on. */
  readonly link?: { readonly href: string; readonly label: string };
}

export function messagePage(frame: PageFrame, view: MessagePage): string {
  return page(frame, {
    title: view.title,
    main: html`<h1>${view.title}</h1>${each(
      view.paragraphs,
      (text, i) => html`
<p${i === 0 ? html` class="lead"` : NOTHING}>${text}</p>`,
    )}
${view.link === undefined ? NOTHING : html`<p><a class="button main" href="${view.link.href}">${view.link.label}</a></p>`}`,
  });
}
