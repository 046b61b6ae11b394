/** `/c/{token}/done`: what was understood, what changes and why, and the runner's own choice. */
import type { DonePage, PageFrame } from '../../../views/page/page-views.ts';
import type { Questions } from '../../../views/words/page-words.ts';
import { actionForm, button, choicesOf, fieldsOf, hidden, radios } from '../../components.ts';
import { type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { changeList, list, notice, ownWords, reasonBox, safetyPanel } from '../../panels.ts';
import { listForm } from './list.ts';

const CHOSEN: Readonly<Record<'easier' | 'repeat', string>> = {
  easier: 'You chose the easier week. Your plan has been eased.',
  repeat: 'You chose to repeat. Your plan stays as it was last week.',
};

/** The runner may always choose the easier option (docs/architecture.md §5). */
export const choiceForms = (
  action: string,
  choice: 'easier' | 'repeat' | null,
): Html => html`<section class="choices-own">
<h2>Too much? Your choice counts</h2>
${choice === null ? html`<p>You can always take less than the plan allows.</p>` : html`<p class="chosen">${CHOSEN[choice]}</p>`}
<div class="pair">
${choice === 'easier' ? NOTHING : actionForm(action, 'easier', 'Make it easier')}
${choice === null ? actionForm(action, 'repeat', 'Repeat last week') : NOTHING}
</div>
</section>`;

const worstWhen = (view: DonePage, { forms, options }: Questions): Html => html`<section class="follow-up">
<form method="post" action="${view.action}" novalidate>
${hidden('action', 'worstWhen')}
${radios({ values: {}, errors: [] }, { ...fieldsOf(forms.checkIn)('worstWhen'), choices: choicesOf(options.worstWhen) })}
${button('Save this too')}
</form>
</section>`;

/**
 * Words of the note that may be a stop sign: asked about before anything else is said (docs/decisions/0013).
 */
const noteSigns = (view: DonePage): Html =>
  view.noteSigns.length === 0
    ? NOTHING
    : notice(
        'stop',
        'Your note may name a stop sign',
        html`<p>Do you have this now? Then do no calf work and no running, and <a href="${view.changeUrl}">tick it in your answer</a>; what to do follows at once.</p>
${list(view.noteSigns)}
<p>If you do not, please say it differently in your note. Until then we count the list of stop signs as not answered. <a href="/safety">All stop signs, and who to call</a></p>`,
      );

/** The list, once more and alone: for words nobody could read, or for a line of it that came alone. */
const listAsked = (view: DonePage, frame: PageFrame): Html =>
  view.listAction == null
    ? NOTHING
    : html`<section class="follow-up">
${listForm(frame, { action: view.listAction, line: view.lineCame === true, level: 'h2' })}
</section>`;

const missing = (view: DonePage): Html =>
  view.missing.length === 0
    ? NOTHING
    : notice(
        'caution',
        'Still missing',
        html`<p>We cannot move you up on one number. Still missing:</p>
${list(view.missing)}
<p><a href="${view.changeUrl}">Add the rest</a></p>`,
      );

const waits = (view: DonePage): Html => html`<p>Your plan comes by mail as soon as this list is answered.
<a href="${view.meUrl}">Your page</a></p>`;

/** What the answer changes, why, and the runner's own choice. */
const change = (view: DonePage): Html => html`<section>
<h2>What changes</h2>
${changeList(view.changes)}
</section>
${reasonBox(view.reasons)}
${view.physio ? notice('caution', 'A physiotherapist would help now', html`<p>Your answers over the last weeks say that somebody should look at the leg. The programme goes on gently meanwhile.</p>`) : NOTHING}
${choiceForms(view.action, view.choice)}
<p>Your next plan comes by mail. <a href="${view.meUrl}">See this week on your page</a></p>`;

/** After Save; on a stop the safety text stands first and nothing of the plan is shown. */
export function donePage(frame: PageFrame, view: DonePage): string {
  const stopped = view.safety !== null;
  return page(frame, {
    title: view.safety === null ? `Week ${view.week}: saved` : view.safety.headline,
    main: html`${view.safety === null ? NOTHING : safetyPanel(view.safety, frame.numbers)}
<p class="kicker">Week ${view.week}</p>
<h1>${stopped ? 'Your answer is saved' : view.waits === true ? 'One list first' : view.headline}</h1>
${view.goal === null ? NOTHING : ownWords(view.goal)}
<section class="understood">
<h2>What we understood</h2>
${list(view.understood)}
<p><a href="${view.changeUrl}">Change an answer</a></p>
</section>
${
  stopped
    ? NOTHING
    : view.kept
      ? html`${noteSigns(view)}
${reasonBox(view.reasons)}
<p>Nothing changes. We ask again with the next mail; if the calf gets sore before that, tell us at any time. <a href="${view.meUrl}">Your page</a></p>`
      : html`${noteSigns(view)}
${listAsked(view, frame)}
${missing(view)}
${view.askWorstWhen ? worstWhen(view, frame.words.questions) : NOTHING}
${view.waits === true ? waits(view) : change(view)}`
}`,
  });
}
