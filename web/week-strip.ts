/** The week in a row of days, the same on the session page and on the participant's own. */
import type { StripDay } from '../views/page/week-strip.ts';
import { RESULT_WORDS } from '../views/words/session-words.ts';
import { each, type Html, html, NOTHING } from './html.ts';

const STATES = { done: '✓', part: '½', skipped: '–' } as const;
/** The week in a row of days; what a colour says stands in words too. */
export const weekStrip = (
  days: readonly StripDay[],
  current: string | null = null,
): Html => html`<nav class="strip no-print" aria-label="This week">
<ol>${each(
  days,
  (day) => html`
<li${day.isToday ? html` class="today" aria-current="date"` : NOTHING}><p><span class="sr">${day.date}</span><span aria-hidden="true">${day.weekday} ${day.day}</span></p>
<p class="what">${
    day.sessions.length === 0
      ? day.isCheckIn
        ? 'check-in'
        : day.isRest
          ? 'rest'
          : 'free'
      : html`${each(
          day.sessions,
          (s) =>
            html`<a href="${s.href}"${s.id === current ? html` aria-current="page"` : NOTHING}>${s.short}${s.result === null ? NOTHING : html` <span aria-hidden="true">${STATES[s.result]}</span><span class="sr">, ${RESULT_WORDS[s.result].toLowerCase()}</span>`}</a> `,
        )}`
  }</p>
${day.minutes === 0 ? NOTHING : html`<p class="minutes">${day.minutes} min</p>`}</li>`,
)}
</ol>
</nav>`;
