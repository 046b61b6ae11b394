/** A plan on a phone and its days across the page: drawn from the view, so that it is the plan of today's rules. */
import type { SamplePlan } from '../../views/page/landing-view.ts';
import { compactDose } from '../../views/plan/dose.ts';
import type { GlanceDay, GlanceSession } from '../../views/plan/glance.ts';
import { each, type Html, html, NOTHING } from '../html.ts';

const EMPTY: Readonly<Partial<Record<GlanceDay['kind'], string>>> = { checkIn: 'tell us', rest: 'rest' };
const whatOf = ({ what, kind }: GlanceDay): string =>
  what.length === 0 ? (EMPTY[kind] ?? 'free') : what.join(' + ');
const weekday = ({ date }: GlanceDay): string => date.split(' ')[0] ?? '';

const session = ({ title, often, line, moves }: GlanceSession): Html => html`
<li><strong>${title}</strong> <span class="often">${often}</span>${line === null ? NOTHING : html`<br>${line}`}${each(
  moves,
  (move) => html`<br>${move.name}: ${compactDose(move)}`,
)}</li>`;

const LETTERS = 3;
/** The top of the mail: title, why, the days, what to do. */
export const phone = ({
  week,
  weeks,
  title,
  why,
  glance,
}: SamplePlan): Html => html`<figure class="plan-phone">
<div class="screen">
<p class="kicker">Week ${week} of about ${weeks}</p>
<p class="phone-title">${title}</p>
<p class="phone-why">${why}</p>
<ul class="phone-days">${each(
  glance.days,
  (day) => html`
<li class="${day.kind}"><strong>${weekday(day).slice(0, LETTERS)}</strong><span class="sr">:
${whatOf(day)}</span></li>`,
)}
</ul>
<ul class="phone-sessions">${each(
  glance.sessions.filter(({ kind }) => kind === 'run' || kind === 'strength'),
  session,
)}
</ul>
</div>
<figcaption>The plan of week ${week} of a calm course, made by the rules that will make yours. Yours will
differ.</figcaption>
</figure>`;

/** Monday to Sunday, what and how long. */
export const sampleWeek = ({ glance, minutes }: SamplePlan): Html => html`<ol class="sample-week">${each(
  glance.days,
  (day) => html`
<li class="${day.kind}"><strong>${weekday(day)}</strong><span>${whatOf(day)}</span>${
    day.minutes === 0 ? NOTHING : html`<span class="minutes">${day.minutes} min</span>`
  }</li>`,
)}
</ol>
<p class="small">Together about ${minutes} minutes, walks and warm-ups included. The days are yours to
choose, and to move.</p>`;
