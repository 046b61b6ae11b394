/** Settings: a break, the day and the hour, the calendar, new links, leaving. */
import { dateInWords } from '../../program/calendar.ts';
import type { MePage, PageFrame } from '../../views/page/page-views.ts';
import type { Questions } from '../../views/words/page-words.ts';
import { type Asked, actionForm, button, choicesOf, fieldsOf, hidden, input, radios } from '../components.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { rhythmFields } from '../pages/intake/intake-steps.ts';

const pauseForm = (view: MePage): Html => html`<section class="no-print">
<h3>Take a break</h3>
<p>No mail until the day you choose. You come back to an easy week.</p>
<form method="post" action="${view.action}#settings" novalidate>
${hidden('action', 'pause')}
${input(
  { values: view.values ?? {}, errors: view.errors },
  {
    name: 'until',
    label: 'Come back on',
    type: 'date',
    narrow: true,
    min: view.pauseRange[0],
    max: view.pauseRange[1],
    hint: `Any day from ${dateInWords(view.pauseRange[0])} to ${dateInWords(view.pauseRange[1])}.`,
    required: true,
  },
)}
${button('Pause until then', 'quiet')}
</form>
</section>`;

const settingsForm = (view: MePage, questions: Questions): Html => {
  const { weekday, hour, timeZone, units, rhythm } = view.settings;
  const asked: Asked = {
    values: { weekday: String(weekday), hour: String(hour), timeZone, units, rhythm, ...view.values },
    errors: view.errors,
  };
  return html`<section class="no-print">
<h3>When the mails come</h3>
<form method="post" action="${view.action}#settings" novalidate>
${hidden('action', 'settings')}
${rhythmFields(asked, questions, view.timeZones)}
${radios(asked, { ...fieldsOf(questions.forms.settings)('rhythm'), choices: choicesOf(questions.options.rhythm) })}
${button('Save the settings', 'quiet')}
</form>
</section>`;
};

/** Titles in the feed are neutral, and the page says how it ends: a calendar is often shared. */
const calendar = (view: MePage): Html =>
  view.calendarUrl === null
    ? NOTHING
    : html`<section class="no-print">
<h3>In your calendar</h3>
<p>Add this address to your calendar as a subscription: <a href="${view.calendarUrl}">your week as a
calendar</a>. It holds “Session” and “Check-in” with day and hour, and nothing else. It follows your
plan, and empties when you pause or leave.</p>
</section>`;

const newLinks = (view: MePage): Html => html`<section class="no-print">
<h3>Passed a mail on?</h3>
<p>Then make new links: all older ones stop working at once, apart from those that end the mails. The new
ones come by mail.</p>
${actionForm(`${view.action}#settings`, 'newLinks', 'Make new links')}
</section>`;

const leave = (view: MePage): Html => html`<section class="no-print">
<h3>Leave</h3>
<p>One press on the next page and no mail will follow. <a href="${view.unsubscribeUrl}">Leave the
programme</a></p>
</section>`;

export const settingsPart = (
  { words }: PageFrame,
  view: MePage,
): Html => html`${view.status === 'active' || view.maintenance !== null ? pauseForm(view) : NOTHING}
${settingsForm(view, words.questions)}
${calendar(view)}
${newLinks(view)}
${leave(view)}`;
