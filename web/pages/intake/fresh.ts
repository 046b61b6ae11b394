/**
 * `/fresh/{token}` for `return`: who has seen the leg and what was said, then the safety page of the intake
 * again (docs/contract.md §2, docs/clinical-rules.md §6.1.3).
 */
import type { FreshPage, PageFrame } from '../../../views/page/page-views.ts';
import type { Questions } from '../../../views/words/page-words.ts';
import { type Asked, button, choicesOf, errorSummary, fieldsOf, input, radios } from '../../components.ts';
import { type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { list, notice, tickedSigns } from '../../panels.ts';
import { safetyStep } from './intake-steps.ts';

const seen = (asked: Asked, { forms, options }: Questions, [from, to]: FreshPage['seenRange']): Html => {
  const field = fieldsOf(forms.return);
  return html`
${radios(asked, { ...field('seenBy'), choices: choicesOf(options.seenBy) })}
${input(asked, { ...field('seenOn', { from, to }), type: 'date', narrow: true, min: from, max: to })}
${radios(asked, { ...field('said'), choices: choicesOf(options.said) })}`;
};

const told = (view: FreshPage): Html =>
  view.because.length === 0
    ? NOTHING
    : html`<p>You told us:</p>
${list(view.because)}`;

/** Nothing moves until a clinician has looked; the page says who, before it asks. */
export function freshPage(frame: PageFrame, view: FreshPage): string {
  const asked: Asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: 'Coming back',
    error: view.errors.length > 0,
    main: html`${tickedSigns(asked, frame.numbers)}
${errorSummary(view.errors)}
<h1>Coming back</h1>
<p class="lead">First what was said about your leg, then the two lists from the beginning once more.</p>
${notice(
  'caution',
  'Who has to have seen it',
  html`${told(view)}
<p>Before your calf is loaded again, the leg has to be seen by <strong>${view.needs}</strong>.</p>
<p>Not seen yet? Your plan waits for you, and this page can be asked for again at any time.</p>`,
)}
<form method="post" action="${view.action}" novalidate>
${seen(asked, frame.words.questions, view.seenRange)}
${safetyStep(asked, frame)}
${button('Send this')}
</form>
<p class="small">If all is clear, the next page says how it goes on: gently.</p>`,
  });
}
