/**
 * `/w/{token}`: "my calf got worse", on any day (docs/contract.md §2, docs/clinical-rules.md §9.5 MD-8). Stop
 * signs first; opening it stores nothing.
 */
import type { PageFrame, WorsePage } from '../../../views/page/page-views.ts';
import {
  type Asked,
  button,
  checks,
  choicesOf,
  errorSummary,
  fieldsOf,
  radios,
  scale,
} from '../../components.ts';
import { type Html, html } from '../../html.ts';
import { page } from '../../layout.ts';
import { tickedSigns } from '../../panels.ts';
import { worseChoices } from '../intake/intake-steps.ts';

const fields = (asked: Asked, { numbers, words }: PageFrame): Html => {
  const { forms, options, scales } = words.questions;
  const field = fieldsOf(forms.worse);
  return html`
${checks(asked, { ...field('redFlags', { emergency: numbers.emergency }), choices: worseChoices(words.questions) })}
${scale(asked, { ...field('painNow'), ...scales.pain })}
${radios(asked, { ...field('sudden'), choices: choicesOf(options.sudden), optional: true })}
${radios(asked, { ...field('singleLegRaise'), choices: choicesOf(options.singleLegRaise), optional: true })}
${radios(asked, { ...field('when'), choices: choicesOf(options.worstWhen), optional: true })}`;
};

/** Five questions and one button; the answer comes on the next page and by mail. */
export function worsePage(frame: PageFrame, view: WorsePage): string {
  const asked: Asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: 'My calf got worse',
    error: view.errors.length > 0,
    main: html`${tickedSigns(asked, frame.numbers)}
${errorSummary(view.errors)}
<h1>My calf got worse</h1>
<p class="lead">Good that you say so. Stop for today, and answer five short questions; what to do now comes right after.</p>
<form method="post" action="${view.action}" novalidate>
${fields(asked, frame)}
${button('Tell me what to do now')}
</form>
<p class="small">A sore day happens in many comebacks. Saying it early costs you little: your plan eases off, nothing is lost.</p>`,
  });
}
