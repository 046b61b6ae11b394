/**
 * `/start/{token}`: the intake, four pages to one address (docs/contract.md §2.1). Earlier answers travel in
 * hidden fields.
 */
import type { IntakePage, PageFrame } from '../../../views/page/page-views.ts';
import { type Asked, button, carried, errorSummary, hidden } from '../../components.ts';
import { INTAKE_FIELDS, INTAKE_STEPS, type IntakeStep } from '../../forms/intake.ts';
import { each, type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { notice } from '../../panels.ts';
import { calfStep, runningStep, safetyStep, whenStep } from './intake-steps.ts';

const TITLES: Readonly<Record<IntakeStep, string>> = {
  1: 'Is this safe for you?',
  2: 'Your calf',
  3: 'Your running',
  4: 'When suits you?',
};
const LEADS: Readonly<Record<IntakeStep, string>> = {
  1: 'Two lists before anything else. We ask everyone.',
  2: 'How it feels now decides where you start.',
  3: 'So that the running part begins where you are.',
  4: 'The day and hour your plan should come.',
};
const BUTTONS: Readonly<Record<IntakeStep, string>> = {
  1: 'Go on to your calf',
  2: 'Go on to your running',
  3: 'Go on to the day',
  4: 'Make my first plan',
};

function stepFields(frame: PageFrame, view: IntakePage, asked: Asked): Html {
  const { questions } = frame.words;
  switch (view.step) {
    case 1:
      return safetyStep(asked, frame);
    case 2:
      return calfStep(asked, questions, view.askClotRisk);
    case 3:
      return runningStep(asked, questions);
    case 4:
      return whenStep(asked, questions, view.timeZones);
  }
}

/** Every answer but those of the page itself. */
const others = (step: IntakeStep): readonly string[] =>
  INTAKE_STEPS.filter((s) => s !== step).flatMap((s) => INTAKE_FIELDS[s]);
const all: readonly string[] = INTAKE_STEPS.flatMap((s) => INTAKE_FIELDS[s]);

/** The way back in a form of its own: the main form keeps its one button. */
const backForm = (view: IntakePage): Html =>
  view.step === 1
    ? NOTHING
    : html`<form method="post" action="${view.action}" class="back">
${hidden('back', String(view.step - 1))}${carried(view.values, all)}
${button(`Back to “${TITLES[(view.step - 1) as IntakeStep]}”`, 'quiet')}
</form>`;

/** A W of page 1 is said at once; page 2 follows under it (docs/clinical-rules.md §12 A1b). */
const waitsFirst = ({ waits }: IntakePage): Html =>
  waits === undefined
    ? NOTHING
    : notice(
        'stop',
        'You need a doctor’s word first',
        html`<ul>${each(waits, (line) => html`<li>${line}</li>`)}</ul>
<p>Please do no calf strength work and no running until then. These answers tell how soon you should be seen.</p>`,
      );

/** One page of the intake, with what was answered so far. */
export function intakePage(frame: PageFrame, view: IntakePage): string {
  const asked: Asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: `${TITLES[view.step]} (page ${view.step} of 4)`,
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<p class="kicker">Page ${view.step} of 4</p>
<h1>${TITLES[view.step]}</h1>
<p class="lead">${LEADS[view.step]}</p>
${view.step === 2 ? waitsFirst(view) : NOTHING}
<form method="post" action="${view.action}" class="intake" novalidate>
${hidden('step', String(view.step))}${view.askClotRisk ? hidden('asked', 'clotRisk') : NOTHING}${carried(view.values, others(view.step))}
${stepFields(frame, view, asked)}
${button(BUTTONS[view.step])}
</form>
${backForm(view)}`,
  });
}
