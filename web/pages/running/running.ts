/**
 * `/running/{token}`: about your running, optional, linked from the first plan (docs/contract.md §2.1,
 * "Later"). Opening it stores nothing.
 */
import type { FieldError, FormValues, PageFrame } from '../../../views/page/page-views.ts';
import type { Questions } from '../../../views/words/page-words.ts';
import {
  type Asked,
  button,
  checks,
  choicesOf,
  errorSummary,
  fieldsOf,
  hidden,
  input,
  radios,
  scale,
} from '../../components.ts';
import { PAINKILLER_PART } from '../../forms/nsaid.ts';
import { type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';

export interface RunningPage {
  readonly action: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  readonly units: 'km' | 'mi';
  /** Until the plan of week 2, once: the measure of the start (docs/clinical-rules.md §7.2). */
  readonly asksPsfs: boolean;
  readonly meUrl: string;
}

const running = (view: RunningPage, asked: Asked, { forms, options }: Questions): Html => {
  const field = fieldsOf(forms.running);
  const yesNo = (name: Parameters<typeof field>[0]): Html =>
    radios(asked, { ...field(name), choices: choicesOf(options.yesNo), inline: true });
  const units = options.units[view.units].back;
  return html`<h2>How you run</h2>
${radios(asked, { ...field('arch'), choices: choicesOf(options.arch) })}
${radios(asked, { ...field('surface'), choices: choicesOf(options.surface) })}
${input(asked, { ...field('weeklyDistance', { units }), numeric: true, narrow: true })}
${yesNo('raisedRecently')}
${yesNo('warmsUp')}
${yesNo('crossTrains')}
${yesNo('strengthTrains')}
${yesNo('sitsLong')}`;
};

/** docs/clinical-rules.md §7.2, week 0; asked in the same words in weeks 4, 8 and 12. */
const missed = (asked: Asked, { forms, scales }: Questions): Html => html`<h2>Where you begin</h2>
<p>We ask the same in weeks 4, 8 and 12, so that you can see how far you have come. It never changes your plan.</p>
${scale(asked, { ...fieldsOf(forms.running)('psfs'), ...scales.missedMost, optional: true })}`;

/** BC-1: a when-then plan in the person's own words. */
const plan = (asked: Asked, { forms }: Questions): Html => {
  const field = fieldsOf(forms.running);
  return html`<h2>Your own words</h2>
<p>A plan that says when, where and what if is kept more often. Your words come back to you as you wrote them; no person reads them.</p>
${input(asked, field('planWhen'))}
${input(asked, field('planIfMissed'))}
${input(asked, field('goal'))}
${input(asked, { ...field('goalMinutes'), numeric: true, narrow: true })}
${input(asked, { ...field('raceDate'), type: 'date', narrow: true })}
${input(asked, { ...field('raceDistance'), numeric: true, narrow: true })}
${input(asked, { ...field('raceMinutes'), numeric: true, narrow: true })}`;
};

/**
 * Folded until somebody wants to read about painkillers; the questions come before the text
 * (docs/clinical-rules.md §6.8).
 */
const painkillers = (
  view: RunningPage,
  asked: Asked,
  { forms, options }: Questions,
): Html => html`<details class="fold" id="painkillers"${asked.errors.some((e) => e.field === 'nsaid') ? html` open` : NOTHING}>
<summary>About painkillers</summary>
<form method="post" action="${view.action}" novalidate>
${hidden(PAINKILLER_PART.name, PAINKILLER_PART.value)}
${checks(asked, { ...fieldsOf(forms.nsaid)('nsaid'), choices: choicesOf(options.nsaid) })}
${button('Go on', 'quiet')}
</form>
</details>`;

/** The form. Everything may be left open; it never makes the plan harder. */
export function runningPage(frame: PageFrame, view: RunningPage): string {
  const { questions } = frame.words;
  const asked: Asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: 'About your running',
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<h1>About your running</h1>
<p class="lead">Two minutes, and only if you like. It decides which lessons come first; your plan itself goes by how your calf is.</p>
<p>You may leave anything open. Sore, swollen or worse since your last answer? This is not the page for it: see <a href="/safety">the stop signs</a>.</p>
<form method="post" action="${view.action}" novalidate>
${running(view, asked, questions)}
${view.asksPsfs ? missed(asked, questions) : NOTHING}
${plan(asked, questions)}
${button('Save')}
</form>
${painkillers(view, asked, questions)}
<p><a href="${view.meUrl}">Not now: to your page</a></p>`,
  });
}
