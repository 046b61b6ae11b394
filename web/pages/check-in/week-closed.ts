/** The check-in of a week that is over: nothing is stored, the current one is linked. */
import type { PageFrame } from '../../../views/page/page-views.ts';
import { html } from '../../html.ts';
import { page } from '../../layout.ts';

/** `currentUrl`: the open check-in, or null when none is open; `meUrl`: the participant's page. */
export interface WeekClosedPage {
  readonly week: number;
  readonly currentUrl: string | null;
  readonly meUrl: string;
}

export function weekClosedPage(frame: PageFrame, view: WeekClosedPage): string {
  return page(frame, {
    title: 'This week is closed',
    main: html`<h1>This week is closed</h1>
<p class="lead">Week ${view.week} is over, so its check-in takes no more answers. Nothing was saved.</p>
${
  view.currentUrl === null
    ? html`<p>The next check-in comes by mail the day before your next plan.</p>`
    : html`<p><a class="button main" href="${view.currentUrl}">Answer the current week</a></p>`
}
<p><a href="${view.meUrl}">See this week’s plan</a></p>
<p>Worse, swollen or hard to walk on? Do not wait for a check-in: <a href="/safety">stop signs and numbers</a>.</p>`,
  });
}
