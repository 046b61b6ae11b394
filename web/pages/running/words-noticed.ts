/**
 * After "about your running", where a wish or a plan held words of a stop sign: saved as written, and asked
 * about.
 */
import type { PageFrame } from '../../../views/page/page-views.ts';
import { html } from '../../html.ts';
import { page } from '../../layout.ts';
import { list, numbersBox } from '../../panels.ts';

export interface WordsNoticedPage {
  /** The stop signs the words may mean, worded. */
  readonly signs: readonly string[];
  /** Where it is asked; null where no course is running. */
  readonly worseUrl: string | null;
  readonly meUrl: string;
}

export function wordsNoticedPage(frame: PageFrame, view: WordsNoticedPage): string {
  return page(frame, {
    title: 'Saved. One question first',
    main: html`<h1>Saved. One question first</h1>
<p class="lead">In your own words there is something that can be a stop sign:</p>
${list(view.signs)}
<p><strong>Do you have this now?</strong> Then do no calf work and no running today.</p>
<p><a class="button main" href="${view.worseUrl ?? '/safety'}">${view.worseUrl === null ? 'Yes: the stop signs and who to call' : 'Yes, I have this now'}</a></p>
${numbersBox(frame.numbers)}
<p><a href="${view.meUrl}">No, it is only how I wrote it: to your page</a></p>`,
  });
}
