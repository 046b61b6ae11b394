/** The plan of one week, made to be read on a phone and to be printed on a sheet of paper. */
import { DRAWING_SIZE, type Drawing, type PlannedExercise, type WeekPlan } from '../program/course/plan.ts';
import type { MaintenancePlan } from '../program/plan/maintenance-plan.ts';
import { type StripDay, timesOf } from '../views/page/week-strip.ts';
import { doseWords, runWords } from '../views/plan/dose.ts';
import { each, type Html, html, NOTHING } from './html.ts';
import { list, numbered } from './panels.ts';

/** Start and end; what it shows stands in words beside it. */
export const drawing = ({ alt, file }: Drawing): Html =>
  html`<img class="drawing" src="/drawings/${file}.svg" alt="${alt}" width="${DRAWING_SIZE.width}" height="${DRAWING_SIZE.height}" loading="lazy">`;

/** Its dose at a glance; how it goes unfolds. */
const card = (exercise: PlannedExercise): Html => html`
<li class="exercise">
<details>
<summary><h4>${exercise.name}${exercise.isNew ? html` <span class="tag">new</span>` : NOTHING}</h4><span class="dose">${doseWords(exercise)}</span></summary>
${drawing(exercise.drawing)}
<p>${exercise.setUp}</p>
${numbered(exercise.steps)}
<p class="cue">${exercise.cue}</p>
<p><strong>Easier:</strong> ${exercise.easier}</p>
<p><strong>Stop rule:</strong> ${exercise.stopRule}</p>
</details>
</li>`;

const block = (title: string, about: string, exercises: readonly PlannedExercise[]): Html =>
  exercises.length === 0
    ? NOTHING
    : html`<section class="block">
<h3>${title}</h3>
<p>${about}</p>
<ul class="cards">${each(exercises, card)}
</ul>
</section>`;

const range = ([from, to]: readonly [number, number]): string =>
  from === to ? String(from) : `${from}–${to}`;
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** The three-line pain rule (docs/clinical-rules.md §2.3), the same on mails and pages. */
export const painRuleBox = (
  lines: readonly [string, string, string],
): Html => html`<section class="pain-rule">
<h3>The pain rule</h3>
${numbered(lines)}
</section>`;

/** Everything of the week in one article; `strip` = its days. */
export function planSheet(
  plan: WeekPlan,
  strip: readonly StripDay[],
  painRule: readonly [string, string, string],
): Html {
  const sessions = timesOf(strip, 'strength');
  const optional = strip.some(({ full }) => full) ? ' Optional on a day of more than 45 minutes.' : '';
  const hours = plan.hoursBetween === null ? '' : ` Leave ${plan.hoursBetween} hours between them.`;
  return html`<article class="plan" aria-labelledby="plan-title">
<header>
<p class="kicker">Week ${plan.week} · ${plan.phase}</p>
<h2 id="plan-title">Your plan for these ${plan.days} days</h2>
</header>
${painRuleBox(painRule)}
<section class="block">
<h3>Running</h3>
${list(runWords(plan.run))}
${plan.crossTraining === 0 ? NOTHING : html`<p>Swim or cycle ${times(plan.crossTraining)} in place of a run, if it stays calm.</p>`}
</section>
${plan.warmUp === null ? NOTHING : block('Before each run', 'Five to ten minutes.', [plan.warmUp])}
${block('Calf strength', `${times(sessions)} this week, ${range(plan.sessionMinutes)} minutes.${hours}`, plan.strength)}
${block('Feet', 'On the same days, after the calf exercises.', plan.footCoreMoves)}
${block('Thighs and hips', `With two of the sessions.${optional}`, plan.addOn)}
${block('Stretches', `On ${range(plan.stretchDays)} days, if it feels good; never into pain.${optional}`, plan.stretches)}
${
  plan.gates.length === 0
    ? NOTHING
    : html`<section class="block">
<h3>What we will ask at the check-in</h3>
<p>Each is one small test. Only your own yes opens the next step.</p>
${list(plan.gates.map((gate) => html`<strong>${gate.track === 'strength' ? 'Strength' : 'Running'}:</strong> ${gate.test}`))}
</section>`
}
</article>`;
}

/** After graduation: what keeps it up (docs/clinical-rules.md §9.11). */
export const maintenanceSheet = (
  keep: MaintenancePlan,
  painRule: readonly [string, string, string],
): Html => html`<article class="plan">
${painRuleBox(painRule)}
${block('Calf strength', `${times(keep.sessions)} a week.`, keep.strength)}
${block('Feet', 'On the same days, or whenever it suits you.', keep.footCoreMoves)}
</article>`;
