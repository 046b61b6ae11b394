/**
 * `/w/{token}`: "my calf got worse", on any day (docs/contract.md §2, docs/clinical-rules.md §9.5 MD-8). Stop
 * signs first; opening it stores nothing.
 */
import type { PageFrame, WorsePage } from '../../views/page/page-views.ts';
import { type Asked, button, checks, choicesOf, errorSummary, radios, scale } from '../components.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import { tickedSigns } from '../panels.ts';
import { SUDDEN_WORDS, WORST_WHEN_WORDS } from '../words.ts';
import { WEEKLY_CHOICES } from './intake-steps.ts';

const fields = (asked: Asked, emergency: string): Html => html`
${checks(asked, {
  name: 'redFlags',
  label: 'First: is any of this true now?',
  hint: `If you are in trouble now, do not finish this form: call ${emergency}.`,
  choices: WEEKLY_CHOICES,
})}
${scale(asked, { name: 'painNow', label: 'How sore is the calf now?', low: 'no pain', high: 'the worst you can imagine' })}
${radios(asked, { name: 'sudden', label: 'Did it get worse suddenly?', choices: choicesOf(SUDDEN_WORDS), optional: true })}
${radios(asked, { name: 'when', label: 'What were you doing?', choices: choicesOf(WORST_WHEN_WORDS), optional: true })}`;

/** Four questions and one button; the answer comes on the next page and by mail. */
export function worsePage(frame: PageFrame, view: WorsePage): string {
  const asked: Asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: 'My calf got worse',
    error: view.errors.length > 0,
    main: html`${tickedSigns(asked, frame.numbers)}
${errorSummary(view.errors)}
<h1>My calf got worse</h1>
<p class="lead">Good that you say so. Stop for today, and answer four short questions; what to do now comes right after.</p>
<form method="post" action="${view.action}" novalidate>
${fields(asked, frame.numbers.emergency)}
${button('Tell me what to do now')}
</form>
<p class="small">A sore day happens in many comebacks. Saying it early costs you little: your plan eases off, nothing is lost.</p>`,
  });
}
