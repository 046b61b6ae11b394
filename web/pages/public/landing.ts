/**
 * `/`: what this is, for whom, and when not to start. Nothing here promises a result
 * (docs/clinical-rules.md §10.1).
 */
import type { LandingView } from '../../../views/page/landing-view.ts';
import type { PageFrame } from '../../../views/page/page-views.ts';
import { phone, sampleWeek } from '../../front/sample-plan.ts';
import { each, type Html, html, NOTHING } from '../../html.ts';
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
    text: 'Confirm by mail, then some twenty answers about your calf and your running, one thing a page: about four minutes. If an answer needs a doctor first, we say so at once.',
  },
  {
    title: 'Get your week by mail',
    text: 'One plan a week on the day you choose: what to do, how often, when to stop. Short lessons come with it. No app, no login.',
  },
  {
    title: 'Tell us how it went',
    text: 'Once a week, about a minute: a number from 0 to 10 and a few taps. The next plan moves on, stays, eases off or stops, and says which answer did it.',
  },
];
const NOT_FOR: readonly string[] = [
  'Anyone under 18.',
  'A torn Achilles tendon, or a leg or stress fracture nobody has cleared.',
  'Pain that is mainly in the hip, back, knee or shin.',
  'Pregnancy, a recent operation, a blood clot, blood thinners, heart, kidney or artery disease and a few more: only after your doctor agrees. We ask.',
];

const hero = ({ sample }: LandingView): Html => html`<section class="hero">
<div>
<p class="kicker">For runners with a sore calf</p>
<h1>A calmer calf, one week at a time.</h1>
<p class="lead">A twelve-week email programme of calf strength, strong feet and patient walk–jog steps. It
listens to how your week went before it writes the next one.</p>
<p><a class="button main" href="/signup">Start with your email</a></p>
<p class="small">For adults. Four minutes to begin, one click to leave. It costs nothing.</p>
<ul class="facts">
<li><strong>${sample.weeks} weeks</strong> if all stays calm; some need eight, some twenty</li>
<li><strong>${sample.strengthSessions} × a week</strong> of strength, and as many walks or runs</li>
<li><strong>A wall and a chair</strong> to begin with; later a step and a backpack</li>
</ul>
</div>
${phone(sample)}
</section>`;

const stopSigns = ({ signs }: PageFrame['words']): Html => html`<section class="notice stop">
<h2>See a doctor first, today, with any of these</h2>
${list(signs.today)}
<p>Chest pain, breathlessness or a leg that is suddenly cold, pale or numb is an emergency.
<a href="/safety">All stop signs, and whom to call where you live</a></p>
</section>`;

const week = ({ sample, kit }: LandingView): Html => html`<section class="full">
<h2>A week, as it comes</h2>
<p>Week ${sample.week} of a calm course. The first weeks are shorter; after a sore one the next is
easier, on purpose.</p>
${sampleWeek(sample)}
</section>
<section>
<h2>What you need at home</h2>
${each(kit, (line) => html`<p>${line}</p>`)}
</section>`;

const questions = ({ questions: asked }: LandingView): Html => html`<section>
<h2>What runners ask</h2>
${each(
  asked,
  ({ title, answer }) => html`
<details class="named"><summary>${title}</summary>${each(answer, (line) => html`<p>${line}</p>`)}</details>`,
)}
<details class="named"><summary>What does it cost?</summary><p>Nothing. There is no paid part, no
advertising and
nothing to buy from us.</p></details>
</section>`;

const evidence = ({ evidence: { works, some } }: LandingView): Html => html`<section>
<h2>What it stands on</h2>
<p>Every rule, dose and sentence about the calf names its source: ${works} works and a set of written rules,
<a href="/programme#sources">all of them open to read</a>, with what each does not show. Some we lean on
most:</p>
${list(
  some.map(
    ({ cite, supports, limits }) =>
      html`${supports}. <span class="cite">${cite}${limits === null ? NOTHING : html` Limits: ${limits}.`}</span>`,
  ),
)}
<p>Nobody has tested this programme as a whole. It says so, and promises no result.</p>
</section>`;

const whoRuns = ({ operator, awaitingReview }: PageFrame): Html => html`<section>
<h2>Who runs it, and for clubs</h2>
<p>${operator.name}, ${operator.postal}. Questions:
<a href="mailto:${operator.email}">${operator.email}</a></p>
${list([
  awaitingReview
    ? 'A clinician has not signed off the words and rules of this version yet; it says so on every page until then.'
    : 'A clinician has signed off the words and rules of this version.',
  'No person decides your week and none reads along: written rules do, the same for everybody.',
  html`What is kept, for how long and who can open it, with a reason you can see: <a href="/privacy">privacy</a>.`,
  'It is education, not care. A stop sign stops the exercises at once and says whom to call; it replaces no first aider, doctor or physiotherapist of yours.',
  'The code is open (MIT licence): a club can run it for its own members, under its own name and address.',
])}
</section>`;

/** The whole landing page; the same for everybody. */
export function landingPage(frame: PageFrame, view: LandingView): string {
  return page(frame, {
    title: 'A calm way back to running with a sore calf',
    description:
      'A twelve-week email programme for runners with a sore calf. It adapts each week to how the last one went. Education, not medical care.',
    wide: true,
    main: html`${hero(view)}
<div class="halves">
<section>
<h2>How it works</h2>
<ol class="steps">${each(
      STEPS,
      (step) => html`
<li><h3>${step.title}</h3><p>${step.text}</p></li>`,
    )}
</ol>
</section>
${stopSigns(frame.words)}
</div>
${week(view)}
<div class="halves">
<section>
<h2>Twelve weeks in outline</h2>
<p>You move up only when your own answers and a small test say so.</p>
<ol class="phases">${each(
      PHASES,
      (phase) => html`
<li><span class="weeks">Weeks ${phase.weeks}</span><h3>${phase.name}</h3><p>${phase.text}</p></li>`,
    )}
</ol>
<p>Around it: stretches, shoe fit, warm-up, cross-training. Afterwards a light routine to keep what you
built.</p>
<p><a href="/programme">Read the whole programme</a>: every week, dose, lesson, rule and source.</p>
</section>
${questions(view)}
<section>
<h2>Who it is not for</h2>
${list(NOT_FOR)}
</section>
<section>
<h2>What it cannot do</h2>
${list([
  'It cannot look at your leg. It does not diagnose or treat, and a physiotherapist knows things it cannot.',
  'It promises no date and no result. Many runners find that steady loading and patience help; some need more than a programme.',
  'It is not a live line. Nobody reads your answers as they come in. In an emergency, call.',
])}
</section>
${evidence(view)}
${whoRuns(frame)}
</div>
<section class="close">
<h2>Ready for week one?</h2>
<p><a class="button main" href="/signup">Start with your email</a></p>
<p class="small">What we keep and why: <a href="/privacy">privacy</a>.</p>
</section>`,
  });
}
