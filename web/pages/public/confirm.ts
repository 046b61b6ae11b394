/** `/confirm/{token}`: opening it does nothing, the button does (docs/architecture.md §9). */
import type { ConfirmPage, PageFrame } from '../../../views/page/page-views.ts';
import { actionForm, button, errorSummary } from '../../components.ts';
import { html } from '../../html.ts';
import { page } from '../../layout.ts';

export function confirmPage(frame: PageFrame, view: ConfirmPage): string {
  return page(frame, {
    title: 'Confirm your address',
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}<h1>Is this your address?</h1>
<p class="lead">Confirm it and go on to the questions: one thing a page, about four minutes.</p>
<form method="post" action="${view.action}">
${button('Yes, confirm and go on')}
</form>
<section>
<h2>You did not ask for this?</h2>
<p>Close the page: without the button nothing happens, and the address is forgotten after seven days. Or forget it now, and take no sign-up for it for a year.</p>
${actionForm(view.action, 'notMe', 'This was not me')}
</section>`,
  });
}
