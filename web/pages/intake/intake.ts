/**
 * `/start/{token}`: the intake, one thing a page, all posted to one address (docs/contract.md §2.1). The
 * other answers travel in hidden fields.
 */
import type { IntakePage, IntakeStep, PageFrame } from '../../../views/page/page-views.ts';
import { type Asked, button, errorSummary, hidden } from '../../components.ts';
import { INTAKE_STEPS } from '../../forms/intake.ts';
import { carriedBy, progressOf, type Step, stepBefore } from '../../forms/steps.ts';
import { each, type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { notice } from '../../panels.ts';
import { intakeQuestions } from './intake-steps.ts';

/** Heading and the line under it. */
const HEADS: Readonly<Record<IntakeStep, readonly [title: string, lead: string]>> = {
  consent: [
    'Before we ask',
    'Short pages, one thing on each, about four minutes. You can go back at any time. Nothing is saved ' +
      'before the last page, or before a stop sign.',
  ],
  signsNow: ['What cannot wait', 'With one of these you would call for help now.'],
  signsToday: ['What a doctor should see today', 'With one of these the leg is looked at first.'],
  signsBefore: ['What is looked at before you train', 'None of these is common. All are worth asking.'],
  signsLately: ['The last weeks', 'What is new can change what is safe.'],
  blood: ['Heart and blood', 'These need a doctor’s word first, or another programme than this one.'],
  months: ['The last months, and long ago', 'Two lists to go, then your calf.'],
  health: ['Anything else', 'The last list.'],
  calf: ['Your calf', 'How it feels now decides where you start.'],
  place: ['Where, and since when', 'Leave open what you do not know.'],
  pain: ['How sore it is', 'Think of the last three days.'],
  hurts: ['When it hurts', 'This tells a sore muscle from what should be looked at.'],
  raises: ['Rising onto your toes', 'Hold on to a wall. Leave open what you would rather not try.'],
  running: ['Your running', 'So that the running part begins where you are.'],
  runs: ['Your runs', 'A good guess is enough.'],
  person: ['You and your calf', 'Two things that decide how carefully we go.'],
  when: ['When suits you?', 'The day and hour your plan should come.'],
};
const LAST: IntakeStep = 'when';

/** `step` names this page, `seen` the furthest one answered. The main form has both, the way back one. */
const trail = (view: IntakePage, own: Step<IntakeStep> | null): Html => {
  const reach = INTAKE_STEPS.findIndex(({ id }) => id === view.seen);
  return html`${view.seen === null ? NOTHING : hidden('seen', view.seen)}${each(
    Object.entries(carriedBy(INTAKE_STEPS, view.values, own, reach)),
    ([name, value]) => html`
${hidden(name, value)}`,
  )}`;
};

/**
 * Enter presses the first button: with nothing ticked it asks again. "None of these" is an answer of its
 * own, below the last line of the list.
 */
const buttons = (step: Step<IntakeStep>): Html =>
  step.lines === undefined
    ? button(step.id === LAST ? 'Make my first plan' : 'Continue')
    : html`<div class="saves tall">
${button('Continue with what I ticked', 'quiet')}
<button type="submit" class="button main" name="${step.fields[0] ?? ''}" value="none">None of these</button>
</div>`;

/** The way back in a form of its own: the main form keeps its one button. */
const backForm = (view: IntakePage): Html => {
  const before = stepBefore(INTAKE_STEPS, view.values, view.step);
  return before === null
    ? NOTHING
    : html`<form method="post" action="${view.action}" class="back">
${hidden('back', before.id)}${trail(view, null)}
${button('Back', 'quiet')}
</form>`;
};

/** Something needs a doctor's word: said at once; the calf follows under it (docs/clinical-rules.md §12 A1b). */
const waitsFirst = ({ waits }: IntakePage): Html =>
  waits === undefined
    ? NOTHING
    : notice(
        'stop',
        'You need a doctor’s word first',
        html`<ul>${each(waits, (line) => html`<li>${line}</li>`)}</ul>
<p>Please do no calf strength work and no running until then. These answers tell how soon you should be seen.</p>`,
      );

/** Ticks win over "none", and that is said. */
const ticksCount = ({ overruled }: IntakePage): Html =>
  overruled === undefined || overruled.length === 0
    ? NOTHING
    : notice(
        'caution',
        'We count what you ticked',
        html`<p>You pressed “None of these”, but this was ticked: ${overruled.join('; ')}.
If that was a slip, go back and untick it.</p>`,
      );

/** One page of the intake, with what was answered so far. */
export function intakePage(frame: PageFrame, view: IntakePage): string {
  const step = INTAKE_STEPS.find(({ id }) => id === view.step) as Step<IntakeStep>;
  const asked: Asked = { values: { ...view.prefilled, ...view.values }, errors: view.errors };
  const { at, of } = progressOf(INTAKE_STEPS, view.values, view.step);
  const [title, lead] = HEADS[view.step];
  return page(frame, {
    title: `${title} (step ${at} of ${of})`,
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<p class="kicker">Step ${at} of ${of}</p>
<h1>${title}</h1>
<p class="lead">${lead}</p>
${ticksCount(view)}${waitsFirst(view)}
<form method="post" action="${view.action}" class="intake" novalidate>
${hidden('step', view.step)}${trail(view, step)}
${intakeQuestions(frame, { view, step, asked })}
${buttons(step)}
</form>
${backForm(view)}`,
  });
}
