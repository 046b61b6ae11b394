/**
 * The answer to an intake or a check-in that stops: the safety text in the response itself
 * (docs/architecture.md §11).
 */
import type { PageFrame, SafetyPanel } from '../../../views/page/page-views.ts';
import { html } from '../../html.ts';
import { page } from '../../layout.ts';
import { safetyPanel } from '../../panels.ts';

export interface StoppedPage {
  readonly safety: SafetyPanel;
}

export function stoppedPage(frame: PageFrame, view: StoppedPage): string {
  return page(frame, {
    title: view.safety.headline,
    main: html`<h1 class="sr">Please stop and read this</h1>
${safetyPanel(view.safety, frame.numbers)}
<p>The same text is on its way to you by mail; it also says how to come back.</p>`,
  });
}
