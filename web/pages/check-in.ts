/**
 * `/c/{token}`: the weekly check-in. Opening it stores nothing; there is one Save (docs/contract.md §2.2,
 * docs/architecture.md §9).
 */
import type { CheckInPage, PageFrame } from '../../views/page/page-views.ts';
import {
  type Asked,
  button,
  checks,
  choicesOf,
  errorSummary,
  input,
  radios,
  scale,
  select,
  textarea,
} from '../components.ts';
import { each, type Html, html, NOTHING } from '../html.ts';
import { page } from '../layout.ts';
import { notice } from '../panels.ts';
import { CONDITION_WORDS, GATE_WORDS, NEXT_DAY_WORDS, NORM_SEX_WORDS, PAINKILLER_WORDS } from '../words.ts';
import { numbers, WEEKLY_CHOICES } from './intake-steps.ts';

/** S-37, AD-03: from here on the safety text shows at once, before anything is saved. */
const SEVERE = 7;
const END = 'the worst you can imagine';

const severeHint = (frame: PageFrame): Html =>
  notice(
    'stop',
    'That is a lot of pain',
    html`<p>From 7 on, stop running and calf exercises and see a doctor today. In an emergency call <strong>${frame.numbers.emergency}</strong>.
<a href="/safety">Whom to call, what to say</a></p>
<p>Is the number right? Save it, so that your plan stops too.</p>`,
  );

function plannedRun(minutes: number | null): string {
  if (minutes === null) return '0 for no run.';
  return minutes === 0 ? '0 for no run. None was planned.' : `0 for no run. Planned: ${minutes}.`;
}

const core = (asked: Asked, view: CheckInPage): Html => html`
${scale(asked, { name: 'painAverage', label: 'Calf pain on average, the last 7 days', low: 'no pain', high: END, selected: view.selected })}
${scale(asked, { name: 'painWorst', label: 'The worst moment of the week', low: 'no pain', high: END })}
${radios(asked, { name: 'nextDay', label: 'The morning after sessions', choices: choicesOf(NEXT_DAY_WORDS) })}
${select(asked, { name: 'sessionsDone', label: 'Strength sessions you did', hint: `Planned: ${view.plannedSessions}.`, empty: 'Please choose', choices: numbers(0, 14) })}
${input(asked, {
  name: 'longestRunMinutes',
  label: 'Your longest run, minutes of running',
  numeric: true,
  narrow: true,
  hint: plannedRun(view.plannedRunMinutes),
})}
${radios(asked, { name: 'painkillers', label: 'A painkiller for the calf, or to get through a session?', hint: 'A headache tablet is a no.', choices: choicesOf(PAINKILLER_WORDS), inline: true })}`;

/** At most one test a track, described in the plan before it is asked here. */
const tests = (asked: Asked, view: CheckInPage): Html => {
  const due = (name: string): boolean => view.due.includes(name);
  return html`${due('gateStrength') ? radios(asked, { name: 'gateStrength', label: 'The strength test of your plan', ...hint(view.strengthTest), choices: choicesOf(GATE_WORDS) }) : NOTHING}
${due('gateRun') ? radios(asked, { name: 'gateRun', label: 'The running test of your plan', ...hint(view.runTest), choices: choicesOf(GATE_WORDS) }) : NOTHING}
${due('runsDone') ? select(asked, { name: 'runsDone', label: 'Runs at pain 2 or less, settled by the next morning', empty: 'Please choose', choices: numbers(0, 7) }) : NOTHING}`;
};
const hint = (text: string | null): { readonly hint?: string } => (text === null ? {} : { hint: text });

const CHANGES = [
  [5, 'very much better'],
  [4, 'much better'],
  [3, 'better'],
  [2, 'a little better'],
  [1, 'a touch better'],
  [0, 'the same'],
  [-1, 'a touch worse'],
  [-2, 'a little worse'],
  [-3, 'worse'],
  [-4, 'much worse'],
  [-5, 'very much worse'],
].map(([value, words]) => ({ value: String(value), label: `${value} ${words}`.replace('-', '−') }));

/** Weeks 4, 8 and 12. */
const measures = (asked: Asked, view: CheckInPage): Html => {
  const due = (name: string): boolean => view.due.includes(name);
  const raises =
    'One leg, knee straight, fingertips on a wall. Stop at pain above 3. Not within a day of a run or session. Both sore, or neither? Then the weaker leg comes first.';
  return html`${due('raisesSore') ? input(asked, { name: 'raisesSore', label: 'Single-leg raises, sore leg', hint: raises, numeric: true, narrow: true, optional: true }) : NOTHING}
${due('raisesOther') ? input(asked, { name: 'raisesOther', label: 'Single-leg raises, other leg', numeric: true, narrow: true, optional: true }) : NOTHING}
${due('normSex') ? radios(asked, { name: 'normSex', label: 'Which table of usual numbers should we compare with?', choices: choicesOf(NORM_SEX_WORDS), optional: true }) : NOTHING}
${due('psfs') ? scale(asked, { name: 'psfs', label: 'The thing you miss most: how well can you do it?', low: 'not at all', high: 'as before', optional: true }) : NOTHING}
${due('change') ? select(asked, { name: 'change', label: 'Since you began, your calf is', empty: 'Please choose', choices: CHANGES, optional: true }) : NOTHING}
${due('conditions') ? checks(asked, { name: 'conditions', label: 'Anything of this new since you began?', choices: choicesOf(CONDITION_WORDS), optional: true }) : NOTHING}`;
};

const more = (
  asked: Asked,
): Html => html`<details class="fold"${asked.errors.some((e) => e.field === 'newSurfaceOrShoes' || e.field === 'note') ? html` open` : NOTHING}>
<summary>Anything else? (may be left open)</summary>
${radios(asked, {
  name: 'newSurfaceOrShoes',
  label: 'New shoes or a new surface this week?',
  choices: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
  inline: true,
})}
${textarea(asked, { name: 'note', label: 'A note to yourself', hint: 'No person reads this. Up to 500 characters.', rows: 3, maxLength: 500 })}
</details>`;

/** The check-in, with the tapped number chosen and not yet saved. */
export function checkInPage(frame: PageFrame, view: CheckInPage): string {
  const asked: Asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: `Week ${view.week} check-in`,
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<p class="kicker">Week ${view.week}</p>
<h1>How was your week?</h1>
<p class="lead">${view.selected === null ? 'Seven short answers, about thirty seconds.' : `You tapped ${view.selected}. It counts once you press Save.`}</p>
${view.answered ? notice('calm', 'You answered already', html`<p>These are your answers. Change what you like and save again; the newest answers count.</p>`) : NOTHING}
${view.selected !== null && view.selected >= SEVERE ? severeHint(frame) : NOTHING}
<form method="post" action="${view.action}" novalidate>
${core(asked, view)}
${each([tests(asked, view), measures(asked, view)], (part) => part)}
${checks(asked, { name: 'redFlags', label: 'Is any of this true this week?', hint: 'We ask everyone, every week.', choices: WEEKLY_CHOICES })}
${more(asked)}
${button('Save')}
</form>
<p class="small">Only the first number is needed. But we cannot move you up on one number.</p>`,
  });
}
