/**
 * The week on one sheet of paper: what to do, how often, boxes to tick, when to stop. It is on the page for
 * the printer alone.
 */
import type { PlannedExercise, WeekPlan } from '../program/course/plan.ts';
import type { OwnWords } from '../views/mail/views.ts';
import type { PageFrame } from '../views/page/page-views.ts';
import { type StripDay, timesOf } from '../views/page/week-strip.ts';
import { doseWords, runWords } from '../views/plan/dose.ts';
import { each, type Html, html, NOTHING } from './html.ts';
import { ownWords } from './panels.ts';
import { drawing } from './plan-sheet.ts';

export interface FridgeSheet {
  readonly plan: WeekPlan;
  /** Its days: a box is printed for what stands there. */
  readonly strip: readonly StripDay[];
  /** The three-line pain rule (docs/clinical-rules.md §2.3). */
  readonly painRule: readonly [string, string, string];
  /** The weekly list of stop signs (docs/clinical-rules.md §6.6). */
  readonly stopSigns: readonly string[];
  /** "My calf got worse" (MD-8), absolute; null when there is no course running. */
  readonly worseUrl: string | null;
  /** Their own when-then plan, word for word (BC-1). */
  readonly own: readonly OwnWords[];
}

/** One box for each time; at most a box a day. */
const boxes = (times: number): Html =>
  html`<span class="boxes">${each(Array.from({ length: Math.min(times, 7) }), () => html`<span></span>`)}</span>`;

const line = (what: string, times: number, how: string): Html =>
  times === 0
    ? NOTHING
    : html`
<li>${boxes(times)} <strong>${what}</strong>${how === '' ? NOTHING : html`: ${how}`}</li>`;

const cards = (group: string, exercises: readonly PlannedExercise[]): Html =>
  html`${each(
    exercises,
    (exercise) => html`
<li><span>${group}</span>${drawing(exercise.drawing)}<strong>${exercise.name}</strong><br>${doseWords(exercise)}<br><em>${exercise.cue}</em></li>`,
  )}`;

/** A rule most exercises share is said once; another names the exercises it is for. */
const stopRules = (exercises: readonly PlannedExercise[]): Html => {
  const rules = [...new Set(exercises.map((exercise) => exercise.stopRule))];
  const usual = rules.reduce(
    (most, rule) =>
      exercises.filter((e) => e.stopRule === rule).length >
      exercises.filter((e) => e.stopRule === most).length
        ? rule
        : most,
    rules[0] ?? '',
  );
  const others = rules.filter((rule) => rule !== usual);
  return html`<p><strong>${usual}</strong>${each(others, (rule) => {
    const names = exercises.filter((exercise) => exercise.stopRule === rule).map(({ name }) => name);
    return html` ${names.join(', ')}: ${rule}`;
  })}</p>`;
};

/** Up to here the cards keep their room; more of them stand closer. */
const ROOMY = 10;

/**
 * One A4 page, tested in a real browser for the longest plan there is (test/browser/week-on-paper.test.ts).
 */
export function fridgeSheet(
  { numbers, siteUrl }: PageFrame,
  { plan, strip, painRule, stopSigns, worseUrl, own }: FridgeSheet,
): Html {
  const moves = [
    ...(plan.warmUp === null ? [] : [plan.warmUp]),
    ...plan.strength,
    ...plan.footCoreMoves,
    ...plan.addOn,
    ...plan.stretches,
  ];
  const hasRuns = plan.run.walks == null && plan.run.sessions > 0;
  const apart = plan.hoursBetween === null ? '' : `${plan.hoursBetween} hours apart`;
  return html`<section class="fridge" aria-hidden="true">
<h2>Week ${plan.week} · ${plan.phase}</h2>
<ol class="rule">${each(painRule, (rule) => html`<li>${rule}</li>`)}</ol>
<ul class="ticks">${line('Strength and feet', timesOf(strip, 'strength'), apart)}${line(hasRuns ? 'Running' : 'Walking', timesOf(strip, 'run'), runWords(plan.run).join(' '))}${line(
    'Stretches',
    timesOf(strip, 'stretches'),
    'if it feels good',
  )}
</ul>
<ul class="moves${moves.length > ROOMY ? ' many' : ''}">${cards('Before each run', plan.warmUp === null ? [] : [plan.warmUp])}${cards('Calf strength', plan.strength)}${cards('Strong feet', plan.footCoreMoves)}${cards('Thighs and hips, twice', plan.addOn)}${cards('Stretches', plan.stretches)}
</ul>
${each(own, ownWords)}
${stopRules(moves)}
${plan.gates.length === 0 ? NOTHING : html`<p>${each(plan.gates, (gate) => html`<span class="boxes"><span></span></span> <strong>The ${gate.track === 'strength' ? 'strength' : 'running'} test:</strong> ${gate.test} `)}</p>`}
<p><strong>Stop, and get help, if you notice:</strong> ${stopSigns.join('; ')}. Who to call, and when: <span class="address">${siteUrl.replace(/\/$/, '')}/safety</span>. Emergency: <strong>${numbers.emergency}</strong>.</p>
${worseUrl === null ? NOTHING : html`<p>Sorer than before, on any day? Tell us: <span class="address">${worseUrl}</span></p>`}
</section>`;
}
