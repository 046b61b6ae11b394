/**
 * `/`: what this is, for whom, and when not to start. Nothing here promises a result
 * (docs/clinical-rules.md §10.1).
 */
import type { PageFrame } from '../../../views/page/page-views.ts';
import { each, type Html, html } from '../../html.ts';
import { page } from '../../layout.ts';
import { list } from '../../panels.ts';

interface Phase {
  readonly weeks: string;
  readonly name: string;
  readonly text: string;
}
/** docs/clinical-rules.md §9.8, the calm responder; every week depends on the answer before it. */
const PHASES: readonly Phase[] = [
  {
    weeks: '1–2',
    name: 'Settle',
    text: 'Ease off without stopping. Easy walks, gentle holds for the calf, first moves for the foot.',
  },
  {
    weeks: '3–5',
    name: 'Build',
    text: 'Heel raises on two legs, then on one. When the calf is calm: a minute of jogging, four of walking.',
  },
  {
    weeks: '6–8',
    name: 'Strengthen',
    text: 'Raises on a step, slower and heavier. The jogging minutes grow, the walking minutes shrink.',
  },
  {
    weeks: '9–10',
    name: 'Reload',
    text: 'Added weight and the first springy work, because running is springy.',
  },
  {
    weeks: '11–12',
    name: 'Return',
    text: 'Towards thirty minutes of easy running in one go, and a plan for staying there.',
  },
];
const STEPS: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'Leave your address, answer a few questions',
    text: 'Confirm by mail, then four short pages about your calf and your running: about four minutes. If an answer needs a doctor first, we say so at once.',
  },
  {
    title: 'Get your week by mail',
    text: 'One plan a week on the day you choose: what to do, how often, when to stop. Short lessons come with it. No app, no login.',
  },
  {
    title: 'Tell us how it went',
    text: 'Once a week, thirty seconds: a number from 0 to 10 and a few taps. The next plan moves on, stays, eases off or stops, and says which answer did it.',
  },
];
const NOT_FOR: readonly string[] = [
  'Anyone under 18.',
  'A torn Achilles tendon, or a leg or stress fracture nobody has cleared.',
  'Pain that is mainly in the hip, back, knee or shin.',
  'Pregnancy, a recent operation, a blood clot, blood thinners, heart, kidney or artery disease and a few more: only after your doctor agrees. We ask.',
];

/** A drawing of twelve weeks with one eased week; the caption says it in words. */
const WEEKS: readonly number[] = [8, 13, 18, 24, 30, 20, 26, 33, 40, 47, 54, 62];
const EASED = 5;
const course: Html = html`<svg class="course" viewBox="0 0 240 66" aria-hidden="true" focusable="false">${each(
  WEEKS,
  (height, i) =>
    html`<rect class="${i === EASED ? 'eased' : 'week'}" x="${i * 20 + 2}" y="${64 - height}" width="15" height="${height}" rx="3"/>`,
)}<rect class="rest" x="0" y="64" width="240" height="2"/></svg>`;

const hero: Html = html`<section class="hero">
<p class="kicker">For runners with a sore calf</p>
<h1>A calmer calf, one week at a time.</h1>
<p class="lead">A twelve-week email programme of calf strength, strong feet and patient walk–jog steps. It listens to how your week went before it writes the next one.</p>
<p><a class="button main" href="/signup">Start with your email</a></p>
<p class="small">For adults. Four minutes to begin, one click to leave.</p>
<figure>
${course}
<figcaption>One possible course: after a sore week the plan eases, then goes on.</figcaption>
</figure>
</section>`;

const stopSigns = ({ signs }: PageFrame['words']): Html => html`<section class="notice stop">
<h2>See a doctor first, today, with any of these</h2>
${list(signs.today)}
<p>Chest pain, breathlessness or a leg that is suddenly cold, pale or numb is an emergency. <a href="/safety">All stop signs, and whom to call where you live</a></p>
</section>`;

/** The whole landing page; the same for everybody. */
export function landingPage(frame: PageFrame): string {
  return page(frame, {
    title: 'A calm way back to running with a sore calf',
    description:
      'A twelve-week email programme for runners with a sore calf. It adapts each week to how the last one went. Education, not medical care.',
    main: html`${hero}
${stopSigns(frame.words)}
<section>
<h2>How it works</h2>
<ol class="steps">${each(
      STEPS,
      (step) => html`
<li><h3>${step.title}</h3><p>${step.text}</p></li>`,
    )}
</ol>
</section>
<section>
<h2>Twelve weeks in outline</h2>
<p>Twelve if everything stays calm; some need eight, some need twenty. You move up only when your own answers and a small test say so.</p>
<ol class="phases">${each(
      PHASES,
      (phase) => html`
<li><span class="weeks">Weeks ${phase.weeks}</span><h3>${phase.name}</h3><p>${phase.text}</p></li>`,
    )}
</ol>
<p>Around it: stretches, shoe fit, warm-up, cross-training. Afterwards a light routine to keep what you built.</p>
<p><a href="/programme">Read the whole programme</a>: every week, dose, lesson, rule and source.</p>
</section>
<section class="two">
<div>
<h2>Who it is not for</h2>
${list(NOT_FOR)}
</div>
<div>
<h2>What it cannot do</h2>
${list([
  'It cannot look at your leg. It does not diagnose or treat, and a physiotherapist knows things it cannot.',
  'It promises no date and no result. Many runners find that steady loading and patience help; some need more than a programme.',
  'It is not a live line. Nobody reads your answers as they come in. In an emergency, call.',
])}
</div>
</section>
<section class="close">
<h2>Ready for week one?</h2>
<p><a class="button main" href="/signup">Start with your email</a></p>
<p class="small">What we keep and why: <a href="/privacy">privacy</a>.</p>
</section>`,
  });
}
