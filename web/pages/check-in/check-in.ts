/**
 * `/c/{token}`: the weekly check-in. Opening it stores nothing; there is one Save (docs/contract.md §2.2,
 * docs/architecture.md §9).
 */
import { type RedFlag, WEEKLY_RED_FLAGS } from '../../../program/answers/intake.ts';
import type { CheckInPage, PageFrame } from '../../../views/page/page-views.ts';
import type { Questions } from '../../../views/words/page-words.ts';
import { CHECK_IN_LOG } from '../../../views/words/session-words.ts';
import {
  type Asked,
  button,
  checks,
  choicesOf,
  errorSummary,
  fieldsOf,
  input,
  radios,
  scale,
  select,
  textarea,
} from '../../components.ts';
import { listOf } from '../../forms/form-values.ts';
import { each, type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { notice } from '../../panels.ts';
import { emergencyInLine } from '../../phones.ts';
import { numbers, weeklyChoices } from '../intake/intake-steps.ts';

/** S-37, AD-03: from here on the safety text shows at once, before anything is saved. */
const SEVERE = 7;

const severeHint = (frame: PageFrame): Html =>
  notice(
    'stop',
    'That is a lot of pain',
    html`<p>From 7 on, stop running and calf exercises and see a doctor today. In an emergency call ${emergencyInLine(frame.numbers)}.
<a href="/safety">Whom to call, what to say</a></p>
<p>Is the number right? Save it, so that your plan stops too.</p>`,
  );

/** Beside the hint of the run: what the plan had, where it was planned by the minute. */
function plannedRun(minutes: number | null): string {
  if (minutes === null) return '';
  return minutes === 0 ? ' None was planned.' : ` Planned: ${minutes}.`;
}

/** What the parts of the form are made of. */
interface Parts {
  readonly asked: Asked;
  readonly questions: Questions;
  readonly view: CheckInPage;
}

const planned = ({ view }: Parts, run: { readonly hint?: string }): string =>
  `${run.hint ?? ''}${plannedRun(view.plannedRunMinutes)}`;

/** The four questions that a log may answer, each with where its figure came from. */
const logged = (parts: Parts): Readonly<Record<string, Html>> => {
  const { asked, questions, view } = parts;
  const { forms, options, scales } = questions;
  const field = fieldsOf(forms.checkIn);
  const noted = <T extends { readonly name: string; readonly hint?: string }>(of: T): T => {
    const note = view.fromLog?.notes[of.name];
    return note === undefined ? of : { ...of, hint: of.hint === undefined ? note : `${of.hint} ${note}` };
  };
  const run = noted(field('longestRunMinutes'));
  const mornings = { ...noted(field('nextDay')), choices: choicesOf(options.nextDay) };
  return {
    painWorst: scale(asked, { ...noted(field('painWorst')), ...scales.pain }),
    nextDay: isShort(view) ? select(asked, { ...mornings, empty: 'Please choose' }) : radios(asked, mornings),
    sessionsDone: select(asked, {
      ...noted(field('sessionsDone', { sessions: view.plannedSessions })),
      empty: 'Please choose',
      choices: numbers(0, 14),
    }),
    longestRunMinutes: input(asked, { ...run, hint: planned(parts, run), numeric: true, narrow: true }),
  };
};

const average = ({ asked, questions, view }: Parts): Html =>
  scale(asked, {
    ...fieldsOf(questions.forms.checkIn)('painAverage'),
    ...questions.scales.pain,
    selected: view.selected,
  });
const painkillers = ({ asked, questions }: Parts): Html =>
  radios(asked, {
    ...fieldsOf(questions.forms.checkIn)('painkillers'),
    choices: choicesOf(questions.options.painkillers),
    inline: true,
  });

const core = (parts: Parts): Html => {
  const of = logged(parts);
  return html`
${average(parts)}
${each(['painWorst', 'nextDay', 'sessionsDone', 'longestRunMinutes'], (field) => of[field] ?? null)}
${painkillers(parts)}`;
};

/** What the log answers is a row each, with its question behind it; the rest is asked as ever. */
const shortCore = (parts: Parts): Html => {
  const of = logged(parts);
  const rows = parts.view.fromLog?.rows ?? [];
  const isRow = (field: string): boolean => rows.some((row) => row.field === field);
  return html`
<div class="rows">${each(
    rows,
    ({ field, title, value }) => html`
<details${parts.asked.errors.some((e) => e.field === field) ? html` open` : NOTHING}>
<summary><span>${title}</span><strong>${value}</strong><u>${CHECK_IN_LOG.change}</u></summary>
${of[field] ?? null}
</details>`,
  )}
</div>
${average(parts)}
${each(
  ['painWorst', 'nextDay', 'sessionsDone', 'longestRunMinutes'].filter((field) => !isRow(field)),
  (field) => of[field] ?? null,
)}
${painkillers(parts)}`;
};

const MINUTES = { numeric: true, narrow: true, optional: true } as const;
/** At most one test a track, described in the plan before it is asked here. */
const tests = ({ asked, questions, view }: Parts): Html => {
  const field = fieldsOf(questions.forms.checkIn);
  const choices = choicesOf(questions.options.test);
  const due = (name: string): boolean => view.due.includes(name);
  return html`${due('gateStrength') ? radios(asked, { ...field('gateStrength'), ...hint(view.strengthTest), choices }) : NOTHING}
${due('gateRun') ? radios(asked, { ...field('gateRun'), ...hint(view.runTest), choices }) : NOTHING}
${due('runsDone') ? select(asked, { ...field('runsDone'), empty: 'Please choose', choices: numbers(0, 7) }) : NOTHING}
${due('ranInBreak') ? input(asked, { ...field('ranInBreak'), ...MINUTES }) : NOTHING}
${due('singleLegRaise') ? radios(asked, { ...field('singleLegRaise'), choices: choicesOf(questions.options.singleLegRaise) }) : NOTHING}
${due('stiffMinutes') ? radios(asked, { ...field('stiffMinutes'), choices: choicesOf(questions.options.stiffMinutes) }) : NOTHING}`;
};
const hint = (text: string | null): { readonly hint?: string } => (text === null ? {} : { hint: text });

/**
 * Asked while a tick of an earlier week counts; otherwise it shows as soon as one is ticked here, by CSS
 * alone (docs/clinical-rules.md §12 A1).
 */
const calfSince = ({ asked, questions, view }: Parts): Html => {
  const { forms, options } = questions;
  return html`<div class="${view.due.includes('calfSince') ? '' : 'when-since'}">
${radios(asked, { ...fieldsOf(forms.checkIn)('calfSince'), choices: choicesOf(options.calfSince), optional: true })}
</div>`;
};

/** +5 to −5, each with its word. */
const changes = ({ scales }: Questions): readonly { readonly value: string; readonly label: string }[] =>
  scales.change.words.map((word, i) => ({
    value: String(5 - i),
    label: `${5 - i} ${word}`.replace('-', '−'),
  }));

/** Weeks 4, 8 and 12. */
const measures = ({ asked, questions, view }: Parts): Html => {
  const { forms, options, scales } = questions;
  const field = fieldsOf(forms.checkIn);
  const due = (name: string): boolean => view.due.includes(name);
  const count = { numeric: true, narrow: true, optional: true } as const;
  return html`${due('raisesSore') ? input(asked, { ...field('raisesSore'), ...count }) : NOTHING}
${due('raisesOther') ? input(asked, { ...field('raisesOther'), ...count }) : NOTHING}
${due('normSex') ? radios(asked, { ...field('normSex'), choices: choicesOf(options.normSex), optional: true }) : NOTHING}
${due('psfs') ? scale(asked, { ...field('psfs'), ...scales.missedMost, optional: true }) : NOTHING}
${due('change') ? select(asked, { ...field('change'), empty: 'Please choose', choices: changes(questions), optional: true }) : NOTHING}
${due('conditions') ? checks(asked, { ...field('conditions'), choices: choicesOf(options.conditions), optional: true }) : NOTHING}`;
};

const more = ({ asked, questions }: Parts): Html => {
  const field = fieldsOf(questions.forms.checkIn);
  const open = asked.errors.some((e) => e.field === 'newSurfaceOrShoes' || e.field === 'note');
  return html`<details class="fold"${open ? html` open` : NOTHING}>
<summary>Anything else? (optional)</summary>
${radios(asked, { ...field('newSurfaceOrShoes'), choices: choicesOf(questions.options.yesNo), inline: true })}
${textarea(asked, { ...field('note'), rows: 3, maxLength: 500 })}
</details>`;
};

/** Stop signs by what they ask for, in the few words of the weekly plan; a sign outside stands in the last. */
const GROUPS: readonly { readonly title: string; readonly signs: readonly RedFlag[] }[] = [
  { title: 'Call for help', signs: ['chest', 'numbCold'] },
  { title: 'A doctor today', signs: ['swelling', 'pop', 'walk', 'knee', 'dark'] },
  { title: 'Before you train', signs: [] },
];
const signsOf = (at: number): readonly RedFlag[] =>
  at < GROUPS.length - 1
    ? (GROUPS[at]?.signs ?? [])
    : WEEKLY_RED_FLAGS.filter((flag) => !GROUPS.some(({ signs }) => signs.includes(flag)));

/** Read whole, answered by one press: none is a button of its own, and a tick beside it wins. */
const shortSigns = ({ asked, questions }: Parts): Html => {
  const { redFlags } = questions.options;
  const field = fieldsOf(questions.forms.checkIn)('redFlags');
  const open =
    asked.errors.some((e) => e.field === 'redFlags') || listOf(asked.values, 'redFlags').length > 0;
  return html`<section class="signs" aria-labelledby="signs">
<h2 id="signs">${field.label}</h2>
${each(
  GROUPS,
  ({ title }, at) =>
    html`<p><strong>${title}:</strong> ${signsOf(at)
      .map((flag) => redFlags[flag].short ?? redFlags[flag].back)
      .join(' · ')}</p>`,
)}
<details${open ? html` open` : NOTHING}>
<summary>One is true: tick it here</summary>
${checks(asked, { ...field, choices: weeklyChoices(questions) })}
</details>
</section>`;
};

/** What the log has filled in, and the way out for whoever did not save it. */
const fromLog = ({ fromLog: filled, answered }: CheckInPage): Html =>
  filled === undefined || !answered
    ? NOTHING
    : notice(
        'calm',
        CHECK_IN_LOG.title,
        html`<p>${CHECK_IN_LOG.lead}</p><p><a href="${filled.sessionUrl}">${CHECK_IN_LOG.notMe}</a></p>`,
      );

/** The log has answered part of it, and nothing was saved yet. */
const isShort = ({ fromLog: filled, answered }: CheckInPage): boolean => filled !== undefined && !answered;

const shortForm = (
  parts: Parts,
): Html => html`<form method="post" action="${parts.view.action}" class="short" novalidate>
${shortCore(parts)}
${tests(parts)}
${measures(parts)}
${shortSigns(parts)}
${calfSince(parts)}
<div class="saves">
${button('Save what I ticked', 'quiet')}
<button type="submit" class="button main" name="redFlags" value="none">None of these: save</button>
</div>
${more(parts)}
</form>
<p class="small">${CHECK_IN_LOG.lead}
<a href="${parts.view.fromLog?.sessionUrl ?? ''}">${CHECK_IN_LOG.notMe}</a></p>`;

const wholeForm = (parts: Parts): Html => html`<form method="post" action="${parts.view.action}" novalidate>
${core(parts)}
${tests(parts)}
${measures(parts)}
${checks(parts.asked, {
  ...fieldsOf(parts.questions.forms.checkIn)('redFlags'),
  choices: weeklyChoices(parts.questions),
})}
${calfSince(parts)}
${more(parts)}
${button('Save')}
</form>`;

const leadOf = ({ selected }: CheckInPage): Html =>
  html`<p class="lead">${selected === null ? 'Seven short answers, about a minute.' : `You tapped ${selected}. It counts once you press Save.`}</p>`;

/** The check-in, with the tapped number chosen and not yet saved. */
export function checkInPage(frame: PageFrame, view: CheckInPage): string {
  const parts: Parts = {
    asked: { values: view.values, errors: view.errors },
    questions: frame.words.questions,
    view,
  };
  const short = isShort(view);
  return page(frame, {
    title: `Week ${view.week} check-in`,
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<p class="kicker">Week ${view.week}${short ? ' · about a minute' : NOTHING}</p>
<h1${short ? html` class="short-title"` : NOTHING}>${short ? 'Your week, as you logged it' : 'How was your week?'}</h1>
${short && view.selected === null ? NOTHING : leadOf(view)}
${view.answered ? notice('calm', 'You answered already', html`<p>These are your answers. Change what you like and save again; the newest answers count.</p>`) : NOTHING}
${fromLog(view)}
${view.selected !== null && view.selected >= SEVERE ? severeHint(frame) : NOTHING}
${short ? shortForm(parts) : wholeForm(parts)}
<p class="small">Only the first number is needed. But we cannot move you up on one number.</p>`,
  });
}
