/**
 * `/x/{token}`: one session, made to be trained from: large pictures that move at the printed tempo, sets to
 * tick, and one Save (docs/contract.md §2). Everything works without script; opening it stores nothing.
 */

import { SESSION_RESULTS } from '../../../program/answers/session.ts';
import type { PlannedExercise } from '../../../program/course/plan.ts';
import type { PageFrame } from '../../../views/page/page-views.ts';
import type { SessionPage } from '../../../views/page/session-page.ts';
import { amountWords, restWords, tempoWords } from '../../../views/plan/dose.ts';
import { RESULT_WORDS, SESSION_WORDS } from '../../../views/words/session-words.ts';
import { type Asked, button, errorSummary, input, radios, scale, select } from '../../components.ts';
import { each, type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { list, notice, numbered } from '../../panels.ts';
import { drawing, painRuleBox } from '../../plan-sheet.ts';
import { weekStrip } from '../../week-strip.ts';

/** These drawings are no start and end of one move: they stand still and whole. */
const STILL: readonly string[] = ['EX-15', 'EX-15g', 'EX-20t', 'EX-20o'];

/** Both halves of a drawing over each other, at the tempo of the dose, on the person's own side. */
const motion = ({ id, drawing: file, dose }: PlannedExercise, side: SessionPage['side']): Html =>
  STILL.includes(id)
    ? html`<div class="still">${drawing(file)}</div>`
    : html`<div class="motion t-${dose.tempo}${side === 'left' ? ' mirror' : ''}"><span class="half">${drawing(file)}</span><span class="half end" aria-hidden="true">${drawing(file)}</span></div>`;

const sets = ({ name, dose }: PlannedExercise): Html => {
  const count = Math.max(dose.sets, dose.toSets ?? 0);
  return html`<fieldset class="sets"><legend class="sr">Sets of ${name}</legend>${each(
    Array.from({ length: count }),
    (_, i) => html`<label><input type="checkbox"><span>${i + 1}</span></label>`,
  )}</fieldset>`;
};

const SIDES: Readonly<Record<SessionPage['side'], string>> = {
  left: `Shown on your left leg. ${SESSION_WORDS.both}`,
  right: `Shown on your right leg. ${SESSION_WORDS.both}`,
  both: 'Both legs work; the weaker one sets the number.',
  none: 'Both legs work.',
};

const card = (exercise: PlannedExercise, side: SessionPage['side']): Html => {
  const how = [tempoWords(exercise.dose.tempo), restWords(exercise.dose)].filter((part) => part !== '');
  return html`
<li class="session-card">
<h2>${exercise.name}</h2>
${motion(exercise, side)}
<p class="amount">${amountWords(exercise.dose)}</p>
${how.length === 0 ? NOTHING : html`<p class="tempo">${how.join(' · ')}</p>`}
${sets(exercise)}
<p class="cue">${exercise.cue}</p>
<p><strong>Easier:</strong> ${exercise.easier}</p>
<details>
<summary>How to do it<span class="sr">: ${exercise.name}</span></summary>
<p>${exercise.setUp}</p>
${numbered(exercise.steps)}
<p><strong>Stop rule:</strong> ${exercise.stopRule}</p>
</details>
</li>`;
};

const exercises = ({ exercises: all, side, kind }: SessionPage): Html => {
  if (all.length === 0) return NOTHING;
  const moves = all.some(({ id }) => !STILL.includes(id));
  return html`<p class="small">${kind === 'run' ? 'First the warm-up.' : SIDES[side]}</p>
${moves ? html`<p class="pause no-print"><input type="checkbox" id="still"><label for="still">Pause the pictures</label></p>` : NOTHING}
<ol class="session-cards">${each(all, (one) => card(one, side))}
</ol>`;
};

const logForm = (view: SessionPage): Html => {
  const asked: Asked = { values: view.values, errors: view.errors };
  const choices = SESSION_RESULTS.map((value) => ({ value, label: RESULT_WORDS[value] }));
  return html`<form method="post" action="${view.action}" novalidate>
<h2>When you are done</h2>
${radios(asked, { name: 'result', label: 'How did it go?', choices, inline: true })}
${scale(asked, { name: 'pain', label: 'Worst pain during it', low: 'none', high: 'the worst', optional: true })}
${view.asksRun ? input(asked, { name: 'runMinutes', label: 'Minutes of running', hint: 'Running alone, without the walking. 0 if you walked.', numeric: true, narrow: true, optional: true }) : NOTHING}
${
  view.before === null
    ? NOTHING
    : radios(asked, {
        name: 'before',
        label: `The morning after ${view.before}`,
        choices: [
          { value: 'calm', label: 'As usual' },
          { value: 'sore', label: 'More sore than usual' },
        ],
        inline: true,
        optional: true,
      })
}
${button('Save')}
</form>`;
};

const moveForm = (view: SessionPage): Html =>
  view.moves.length === 0
    ? NOTHING
    : html`<details class="fold no-print"${view.errors.some((e) => e.field === 'moveTo') ? html` open` : NOTHING}>
<summary>Does another day suit you better?</summary>
<form method="post" action="${view.action}" novalidate>
${select({ values: view.errors.some((e) => e.field === 'moveTo') ? view.values : {}, errors: view.errors }, { name: 'moveTo', label: 'Move it to', empty: 'Please choose', choices: view.moves })}
${button('Move it', 'quiet')}
</form>
</details>`;

export function sessionPage(frame: PageFrame, view: SessionPage): string {
  const when = [`Week ${view.week}`, view.on ?? 'no day left this week', view.minutes].filter(
    (w) => w !== null,
  );
  return page(frame, {
    title: `${view.title}, week ${view.week}`,
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<p class="kicker">${when.join(' · ')}</p>
<h1>${view.title}${view.isToday ? ' today' : ''}</h1>
<p class="lead">${view.lead}</p>
${view.resting === null ? NOTHING : notice('caution', 'Rest first', html`<p>${view.resting}</p>`)}
${
  view.saved.length === 0
    ? NOTHING
    : notice(
        'calm',
        SESSION_WORDS.saved,
        html`${each(view.saved, (line) => html`<p>${line}</p>`)}${view.next === null ? NOTHING : html`<p><a href="${view.next.href}">Next: ${view.next.label}</a></p>`}`,
      )
}
${weekStrip(view.strip, view.id)}
${view.run.length === 0 ? NOTHING : list(view.run)}
${exercises(view)}
${view.short === null ? NOTHING : html`<p class="small"><strong>${view.short.label}</strong> ${view.short.text}</p>`}
${painRuleBox(view.painRule)}
${logForm(view)}
${moveForm(view)}
<p><a class="button quiet" href="${view.worseUrl}">My calf got worse</a></p>
<p class="no-print"><a href="${view.meUrl}">Your whole week</a></p>`,
  });
}
