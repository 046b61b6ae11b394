/**
 * The answer to the painkiller questions (docs/clinical-rules.md §6.8): the text, or whom to ask first.
 * Nothing of it is stored.
 */

import type { LessonBlock } from '../../../views/mail/views.ts';
import type { PageFrame } from '../../../views/page/page-views.ts';
import { each, type Html, html } from '../../html.ts';
import { page } from '../../layout.ts';
import { list } from '../../panels.ts';

export interface PainkillersPage {
  /** What speaks against it, in words; empty = the text may be read. */
  readonly items: readonly string[];
  readonly blocks: readonly LessonBlock[];
  readonly meUrl: string;
}

const block = (b: LessonBlock): Html => (b.kind === 'list' ? list(b.items) : html`<p>${b.text}</p>`);

export function painkillersPage(frame: PageFrame, view: PainkillersPage): string {
  const ask = view.items.length > 0;
  return page(frame, {
    title: ask ? 'Please ask first' : 'About painkillers',
    main: html`<h1>${ask ? 'Please ask first' : 'About painkillers'}</h1>
${
  ask
    ? html`<p class="lead">Before any painkiller for your calf, please ask a pharmacist or a doctor. They can tell what suits you.</p>
<p>Because of:</p>
${list(view.items)}`
    : each(view.blocks, block)
}
<p class="small">We keep none of these answers.</p>
<p><a href="${view.meUrl}">To your page</a></p>`,
  });
}
