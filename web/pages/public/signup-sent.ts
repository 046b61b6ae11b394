/** `/signup/sent`: the same bytes for every address, known or not (docs/architecture.md §9.3). */
import type { PageFrame } from '../../../views/page/page-views.ts';
import { html } from '../../html.ts';
import { page } from '../../layout.ts';

export function signupSentPage(frame: PageFrame): string {
  return page(frame, {
    title: 'Check your inbox',
    main: html`<h1>Check your inbox</h1>
<p class="lead">If the address can join, a mail is on its way to it. Open it and press its button to go on.</p>
<p>Nothing after a few minutes? Look in the spam folder, check the spelling, then <a href="/signup">try again</a>. The link works for seven days; after that the address is forgotten.</p>`,
  });
}
