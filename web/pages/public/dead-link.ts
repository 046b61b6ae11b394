/**
 * One page for every link that is forged, cut, foreign, expired or of somebody who left: same words, same
 * bytes (docs/contract.md §2).
 */
import type { PageFrame } from '../../../views/page/page-views.ts';
import { html } from '../../html.ts';
import { page } from '../../layout.ts';

/** Give it the frame without a participant, so that the bytes never differ. */
export function deadLinkPage(frame: PageFrame): string {
  return page(frame, {
    title: 'This link does not work',
    main: html`<h1>This link does not work</h1>
<p class="lead">It may be cut short, too old or replaced by a newer one.</p>
<ul>
<li>Open the newest mail from us and use its links.</li>
<li>Copying a link? Take the whole line.</li>
<li>Not with us yet? <a href="/signup">Sign up</a>.</li>
</ul>
<p>If your calf worries you, do not wait for a link: <a href="/safety">stop signs and numbers</a>.</p>`,
  });
}
