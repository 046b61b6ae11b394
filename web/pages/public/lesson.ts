/** `/l/{id}`: one lesson, whole, for everybody (docs/contract.md §2). */
import type { Block, Lesson } from '../../../program/curriculum/words-schema.ts';
import type { PageFrame } from '../../../views/page/page-views.ts';
import { each, type Html, html, NOTHING, type Piece } from '../../html.ts';
import { page } from '../../layout.ts';
import { list } from '../../panels.ts';

const blocks = (all: readonly Block[]): readonly Piece[] =>
  each(all, (block): Html => (block.kind === 'list' ? list(block.items) : html`<p>${block.text}</p>`));

export type LessonPage = Pick<Lesson, 'id' | 'title' | 'body' | 'painkiller' | 'action'>;

/**
 * What a lesson says about painkillers is for those alone who passed its questions (docs/clinical-rules.md
 * §6.8): here stands that there is more.
 */
export const lessonPage = (frame: PageFrame, view: LessonPage): string =>
  page(frame, {
    title: view.title,
    description: `${view.title}: a lesson of two minutes for runners with a sore calf.`,
    main: html`<p class="kicker">A lesson of two minutes</p>
<h1>${view.title}</h1>
${blocks(view.body)}
${view.painkiller.length === 0 ? NOTHING : html`<p class="small">About painkillers there is more, after a few questions on the page about your running.</p>`}
${view.action === null ? NOTHING : html`<p><strong>One thing to do:</strong> ${view.action}</p>`}
<p><a href="/programme#${view.id}">All lessons, with their sources</a></p>`,
  });
