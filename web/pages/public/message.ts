/** A short page of one notice: refusals and the errors 413, 415, 422 without a form, 429, 500. */
import type { PageFrame } from '../../../views/page/page-views.ts';
import type { Notice } from '../../../views/words/notices.ts';
import { each, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';

/** `href` is where the one way on of the notice leads. */
export const noticePage = (frame: PageFrame, { title, paragraphs, link }: Notice, href: string): string =>
  page(frame, {
    title,
    main: html`<h1>${title}</h1>${each(
      paragraphs,
      (text, i) => html`
<p${i === 0 ? html` class="lead"` : NOTHING}>${text}</p>`,
    )}
<p><a class="button main" href="${href}">${link}</a></p>`,
  });
