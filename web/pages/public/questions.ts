/** `/questions`: what runners ask, and the reviewed answers, for everybody (docs/contract.md §2). */
import type { PageFrame } from '../../../views/page/page-views.ts';
import type { FaqAnswer, FaqMore } from '../../../views/words/faq.ts';
import { each, type Html, html } from '../../html.ts';
import { page } from '../../layout.ts';
import { list, notice } from '../../panels.ts';

const more = ({ label, path }: FaqMore): Html =>
  path === null
    ? html`<p class="small">Where: on your own page. The foot of every mail leads there.</p>`
    : html`<p class="small">More: <a href="${path}">${label}</a></p>`;

const FIRST = html`<p>Is the calf swollen, red or hot, can you not put weight on the leg,
or are you short of breath? Do not read on: <a href="/safety">here is what to do now</a>.</p>`;

/** The whole page; the same for everybody. */
export const questionsPage = (frame: PageFrame, cards: readonly FaqAnswer[]): string =>
  page(frame, {
    title: 'Questions and answers',
    description: 'What runners with a sore calf ask, and the answers of the Calf Coach programme.',
    main: html`<h1>Questions and answers</h1>
<p class="lead">What runners ask, and what we answer.</p>
${notice('stop', 'Stop signs come first', FIRST)}
<p>People wrote each of these answers. Your own plan comes first: if it says rest, rest.</p>
<nav aria-label="On this page">
${list(cards.map(({ id, title }) => html`<a href="#${id}">${title}</a>`))}
</nav>
${each(
  cards,
  (card) => html`
<section class="block" aria-labelledby="${card.id}">
<h2 id="${card.id}">${card.title}</h2>
${each(card.lines, (line) => html`<p>${line}</p>`)}
${more(card.more)}
</section>`,
)}
<p>Is yours not here? Look in <a href="/programme">the whole programme</a>.</p>`,
  });
