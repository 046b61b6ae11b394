/** `/confirm/{token}`: opening it does nothing, the button does (DESIGN §9). */
import type { ConfirmPage, PageFrame } from '../../program/explain/page-views.ts';
import { button } from '../components.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';

export function confirmPage(frame: PageFrame, view: ConfirmPage): string {
  return page(frame, {
    title: 'Confirm your address',
    main: html`<h1>Is this your address?</h1>
<p class="lead">Confirm it and go on to the questions: four short pages, about four minutes.</p>
<form method="post" action="${view.action}">
${button('Yes, confirm and go on')}
</form>
<p class="small">You did not ask for this? Close the page. Without the button nothing happens, and the address is forgotten after seven days.</p>`,
  });
}
