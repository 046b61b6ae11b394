/**
 * The answer to the shoe check: every rule that fired, why, and the works behind it. Made to be printed and
 * taken to the shop.
 */
import type { ShoeAdviceText, ShoeSource } from '../../../program/shoe-fit/advice-text.ts';
import type { PageFrame } from '../../../views/page/page-views.ts';
import { each, type Html, html, NOTHING, type Piece } from '../../html.ts';
import { page } from '../../layout.ts';

export interface ShoesAdvicePage {
  /** All that fired, in the order of the table. */
  readonly advice: readonly ShoeAdviceText[];
  /** The form came back empty: there is nothing to go by, which is not the same as nothing to change. */
  readonly toldNothing: boolean;
  readonly changeUrl: string;
  readonly meUrl: string;
}

const cited = ({ cite, url }: ShoeSource): Html =>
  url === null ? html`${cite}` : html`<a href="${url}">${cite}</a>`;
const joined = (works: readonly ShoeSource[]): readonly Piece[] =>
  each(works, (work, i) => (i === 0 ? cited(work) : html` · ${cited(work)}`));

const card = (advice: ShoeAdviceText): Html => html`
<li class="exercise"><h3>${advice.short}</h3>
<p>${advice.long}</p>
<p class="small"><strong>Why:</strong> ${advice.why}</p>
${advice.works.length === 0 ? NOTHING : html`<p class="small"><strong>Read more:</strong> ${joined(advice.works)}</p>`}</li>`;

const nothing = (view: ShoesAdvicePage): Html =>
  view.toldNothing
    ? html`<p class="lead">You left everything open, so there is nothing we can say. Nothing is wrong with that.</p>`
    : html`<p class="lead">Nothing you told us asks for a change. Keep the shoes you have.</p>`;

/** After the form; status 200. */
export function shoesAdvicePage(frame: PageFrame, view: ShoesAdvicePage): string {
  return page(frame, {
    title: 'Your shoes: what we suggest',
    main: html`<h1>Your shoes</h1>
${
  view.advice.length === 0
    ? nothing(view)
    : html`<p class="lead">The first points matter most. One change at a time is enough, and never shoes and distance in the same week.</p>
<section class="plan">
<h2>What we suggest</h2>
<ol class="cards">${each(view.advice, card)}
</ol>
<p>This is about room and comfort. No shoe is known to take calf pain away.</p>
</section>`
}
<p class="no-print"><a href="${view.changeUrl}">Change an answer</a></p>
<p class="no-print"><a href="${view.meUrl}">To your page</a></p>`,
  });
}
