/** `/safety`: static, reachable from everywhere, works without a login (docs/clinical-rules.md §6.1.4). */

import type { EmergencyNumbers } from '../../../views/mail/views.ts';
import type { PageFrame } from '../../../views/page/page-views.ts';
import { each, html } from '../../html.ts';
import { page } from '../../layout.ts';
import { list, numbersBox } from '../../panels.ts';
import { emergencyPhone, urgentPhone } from '../../phones.ts';

/** One row a country; `country` is its name. The frame's numbers stand above for everybody else. */
export interface SafetyPage {
  readonly countries: readonly EmergencyNumbers[];
}

export function safetyPage(frame: PageFrame, view: SafetyPage): string {
  const { signs, whatToSay } = frame.words;
  return page(frame, {
    title: 'When to get help',
    description:
      'Stop signs for a sore calf, emergency numbers and urgent routes by country, and what to say.',
    main: html`<h1>When to get help</h1>
<section class="safety stop" aria-labelledby="emergency">
<h2 id="emergency">Call an ambulance now</h2>
${list(signs.emergency)}
<p>Stop exercising, do not wait, do not drive yourself.</p>
${numbersBox(frame.numbers)}
<p><a href="#numbers">Numbers of your country</a></p>
</section>
<section class="notice stop">
<h2>See a doctor today</h2>
${list(signs.today)}
<p>No running and no calf exercises until then. Out of hours, use the urgent route of your country.</p>
</section>
<section class="notice caution">
<h2>See a doctor before more exercise</h2>
${list(signs.beforeMore)}
</section>
<section>
<h2>What to say</h2>
${list(whatToSay)}
</section>
<section>
<h2 id="numbers">Whom to call, by country</h2>
<p>First the emergency number, then the urgent route for what is no emergency, also out of hours.</p>
<dl class="countries">${each(
      view.countries,
      (row) => html`
<div><dt>${row.country}</dt><dd>${emergencyPhone(row)}</dd><dd>${urgentPhone(row)}</dd></div>`,
    )}
</dl>
<p class="small">Numbers change and this list may be out of date. In most of Europe and on most mobile phones 112 works.</p>
</section>`,
  });
}
