/**
 * A stop sign that could not be saved: the safety text in the response itself, then that it was not saved,
 * and the same form once more (docs/architecture.md §11.2).
 */
import type { PageFrame, SafetyPanel } from '../../../views/page/page-views.ts';
import { button, hidden } from '../../components.ts';
import { type FormValues, textsOf } from '../../forms/form-values.ts';
import { each, html } from '../../html.ts';
import { page } from '../../layout.ts';
import { safetyPanel } from '../../panels.ts';

export interface UnsavedStopPage {
  readonly safety: SafetyPanel;
  readonly action: string;
  /** What was sent, to be sent again as it is. */
  readonly form: FormValues;
}

export const unsavedStopPage = (frame: PageFrame, { safety, action, form }: UnsavedStopPage): string =>
  page(frame, {
    title: safety.headline,
    main: html`<h1 class="sr">Please stop and read this</h1>
${safetyPanel(safety, frame.numbers)}
<h2>Your answer was not saved</h2>
<p>Something went wrong on our side, so no mail about this is on its way. What stands above holds all the
same. When you can, please send your answer again, so that your plan stops too.</p>
<form method="post" action="${action}">
${each(
  Object.keys(form).flatMap((name) => textsOf(form, name).map((value) => [name, value] as const)),
  ([name, value]) => hidden(name, value),
)}
${button('Send it again')}
</form>
<p><a href="/safety">The stop list and the numbers to call</a></p>`,
  });
