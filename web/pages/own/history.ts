/**
 * A person's history behind a fresh link: the newest first, one entry under the other, to be read on a narrow
 * phone.
 */
import type { HistoryPage, PageFrame } from '../../../views/page/page-views.ts';
import { each, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { list } from '../../panels.ts';

export function historyPage(frame: PageFrame, view: HistoryPage): string {
  return page(frame, {
    title: 'Your history',
    main: html`<h1>Your history</h1>
<p class="lead">Every answer, every change with its reason, every mail. The newest comes first.</p>
<p class="no-print"><a href="${view.meUrl}">Back to your week</a></p>
<ol class="history">${each(
      view.entries,
      ({ on, title, lines }) => html`
<li><p class="small">${on}</p>
<h2>${title}</h2>
${lines.length === 0 ? NOTHING : list(lines)}</li>`,
    )}
</ol>`,
  });
}
