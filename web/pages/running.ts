/**
 * `/running/{token}`: about your running, optional, linked from the first plan (docs/contract.md §2.1,
 * "Later"). Opening it stores nothing.
 */
import type { FieldError, FormValues, PageFrame } from '../../views/page/page-views.ts';
import {
  type Asked,
  button,
  checks,
  choicesOf,
  errorSummary,
  hidden,
  input,
  radios,
  scale,
} from '../components.ts';
import { PAINKILLER_PART } from '../forms/nsaid.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { page } from '../layout.ts';
import { ARCH_WORDS, NSAID_WORDS, SURFACE_WORDS, YES_NO_WORDS } from '../running-words.ts';

export interface RunningPage {
  readonly action: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  readonly units: 'km' | 'mi';
  /** Until the plan of week 2, once: the measure of the start (docs/clinical-rules.md §7.2). */
  readonly asksPsfs: boolean;
  readonly meUrl: string;
}

const UNITS: Readonly<Record<RunningPage['units'], string>> = { km: 'kilometres', mi: 'miles' };

const yesNo = (asked: Asked, name: string, label: string, hint?: string): Html =>
  radios(asked, {
    name,
    label,
    choices: choicesOf(YES_NO_WORDS),
    inline: true,
    ...(hint === undefined ? {} : { hint }),
  });

const running = (asked: Asked, units: RunningPage['units']): Html => html`<h2>How you run</h2>
${radios(asked, { name: 'arch', label: 'What are your arches like?', hint: 'The print of a wet foot shows it.', choices: choicesOf(ARCH_WORDS) })}
${radios(asked, { name: 'surface', label: 'Where do you run most?', choices: choicesOf(SURFACE_WORDS) })}
${input(asked, {
  name: 'weeklyDistance',
  label: `A usual week before your calf was sore, in ${UNITS[units]}`,
  hint: 'A guess is enough. 0 if you did not run.',
  numeric: true,
  narrow: true,
})}
${yesNo(asked, 'raisedRecently', 'Did you run much more, or much longer, just before it began?')}
${yesNo(asked, 'warmsUp', 'Do you usually warm up before a run?')}
${yesNo(asked, 'crossTrains', 'Do you do other sports, such as cycling or swimming, most weeks?')}
${yesNo(asked, 'strengthTrains', 'Do you do strength work for your legs most weeks?')}
${yesNo(asked, 'sitsLong', 'Do you sit for most of the day?')}`;

/** docs/clinical-rules.md §7.2, week 0; asked in the same words in weeks 4, 8 and 12. */
const missed = (asked: Asked): Html => html`<h2>Where you begin</h2>
<p>We ask the same in weeks 4, 8 and 12, so that you can see how far you have come. It never changes your plan.</p>
${scale(asked, { name: 'psfs', label: 'The thing you miss most: how well can you do it now?', low: 'not at all', high: 'as before', optional: true })}`;

/** BC-1: a when-then plan in the person's own words. */
const plan = (asked: Asked): Html => html`<h2>Your own words</h2>
<p>A plan that says when, where and what if is kept more often. Your words come back to you as you wrote them; no person reads them.</p>
${input(asked, { name: 'planWhen', label: 'I do my sessions …', hint: 'For example: “after breakfast on Monday, Wednesday and Friday, in the kitchen”.' })}
${input(asked, { name: 'planIfMissed', label: 'If I miss one, then I …', hint: 'For example: “do it the next evening”.' })}
${input(asked, { name: 'goal', label: 'What do you want to run for again?', hint: 'One sentence. You will read it again when you finish.' })}`;

/**
 * Folded until somebody wants to read about painkillers; the questions come before the text
 * (docs/clinical-rules.md §6.8).
 */
const painkillers = (
  view: RunningPage,
  asked: Asked,
): Html => html`<details class="fold" id="painkillers"${asked.errors.some((e) => e.field === 'nsaid') ? html` open` : NOTHING}>
<summary>About painkillers</summary>
<form method="post" action="${view.action}" novalidate>
${hidden(PAINKILLER_PART.name, PAINKILLER_PART.value)}
${checks(asked, {
  name: 'nsaid',
  label: 'Before we say anything: is one of these true for you?',
  hint: 'You see the answer at once. We keep none of it.',
  choices: choicesOf(NSAID_WORDS),
})}
${button('Go on', 'quiet')}
</form>
</details>`;

/** The form. Everything may be left open; it never makes the plan harder. */
export function runningPage(frame: PageFrame, view: RunningPage): string {
  const asked: Asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: 'About your running',
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<h1>About your running</h1>
<p class="lead">Two minutes, and only if you like. It decides which lessons come first; your plan itself goes by how your calf is.</p>
<p>You may leave anything open. Sore, swollen or worse since your last answer? This is not the page for it: see <a href="/safety">the stop signs</a>.</p>
<form method="post" action="${view.action}" novalidate>
${running(asked, view.units)}
${view.asksPsfs ? missed(asked) : NOTHING}
${plan(asked)}
${button('Save')}
</form>
${painkillers(view, asked)}
<p><a href="${view.meUrl}">Not now: to your page</a></p>`,
  });
}
