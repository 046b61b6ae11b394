/** `/safety`: static, reachable from everywhere, works without a login (docs/clinical-rules.md §6.1.4). */

import type { EmergencyNumbers } from '../../views/mail/views.ts';
import type { PageFrame } from '../../views/page/page-views.ts';
import { each, html } from '../html.ts';
import { page } from '../layout.ts';
import { list, numbersBox, phone } from '../panels.ts';
import { EMERGENCY_SIGNS, STOP_SIGNS } from '../words.ts';

/** One row a country; `country` is its name. The frame's numbers stand above for everybody else. */
export interface SafetyPage {
  readonly countries: readonly EmergencyNumbers[];
}

/** TR-W: not today, but before more exercise. */
const BEFORE_MORE: readonly string[] = [
  'Calf pain keeps waking you at night, or one spot on the bone is sore.',
  'A cramp comes at the same walking distance and eases when you stand.',
  'The foot goes numb or weak at the same point of a run.',
  'Back pain comes with tingling or weakness in the leg.',
  'Something is new: an operation, a pregnancy, a blood thinner, certain antibiotics.',
];
const SAY: readonly string[] = [
  'Which calf, since when, and what you were doing when it began.',
  'What you see and feel: swelling, colour, heat, a pop, numbness.',
  'Whether you can put weight on the leg, bend the knee, rise onto your toes.',
  'Your pain from 0 to 10, now and at its worst.',
  'Medicines you take, operations, long journeys, pregnancy, earlier blood clots.',
];

export function safetyPage(frame: PageFrame, view: SafetyPage): string {
  return page(frame, {
    title: 'When to get help',
    description:
      'Stop signs for a sore calf, emergency numbers and urgent routes by country, and what to say.',
    main: html`<h1>When to get help</h1>
<section class="safety stop" aria-labelledby="emergency">
<h2 id="emergency">Call an ambulance now</h2>
${list(EMERGENCY_SIGNS.map((sign) => `${sign.label}.`))}
<p>Stop exercising, do not wait, do not drive yourself.</p>
${numbersBox(frame.numbers)}
<p><a href="#numbers">Numbers of your country</a></p>
</section>
<section class="notice stop">
<h2>See a doctor today</h2>
${list([...STOP_SIGNS.map((sign) => `${sign.label}.`), 'Your urine is dark, or a new medicine came with severe muscle pain.'])}
<p>No running and no calf exercises until then. Out of hours, use the urgent route of your country.</p>
</section>
<section class="notice caution">
<h2>See a doctor before more exercise</h2>
${list(BEFORE_MORE)}
</section>
<section>
<h2>What to say</h2>
${list(SAY)}
</section>
<section>
<h2 id="numbers">Whom to call, by country</h2>
<p>First the emergency number, then the urgent route for what is no emergency, also out of hours.</p>
<dl class="countries">${each(
      view.countries,
      (row) => html`
<div><dt>${row.country}</dt><dd>${phone(row.emergency)}</dd><dd>${row.urgent}</dd></div>`,
    )}
</dl>
<p class="small">Numbers change and this list may be out of date. In most of Europe and on most mobile phones 112 works.</p>
</section>`,
  });
}
