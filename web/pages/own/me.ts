/**
 * `/me/{token}`: the week, the way, and everything one may change by oneself, in four parts of one document
 * (docs/contract.md §2). The first POST form is "easier".
 */
import type { MePage, PageFrame } from '../../../views/page/page-views.ts';
import { errorSummary } from '../../components.ts';
import { type Html, html, NOTHING } from '../../html.ts';
import { page } from '../../layout.ts';
import { dataPart } from '../../own-page/data-part.ts';
import { hasControl, openPart, part, partLinks } from '../../own-page/parts.ts';
import { progressPart } from '../../own-page/progress-part.ts';
import { settingsPart } from '../../own-page/settings-part.ts';
import { weekPart } from '../../own-page/week-part.ts';
import { safetyPanel } from '../../panels.ts';

const TITLES: Readonly<Record<MePage['status'], string>> = {
  active: 'Your week',
  paused: 'You are on a break',
  stopped: 'Your plan is on hold',
  completed: 'You finished the programme',
};

/** MD-8: on any day, in reach of the thumb whatever part is open. */
const worse = (view: MePage): Html =>
  view.worseUrl === null
    ? NOTHING
    : html`<p class="got-worse no-print">
<a class="button stop" href="${view.worseUrl}">My calf got worse</a></p>`;

/** Errors lead to a field that is on the page; the others stand as plain sentences. */
const leading = (errors: MePage['errors']): MePage['errors'] =>
  errors.map((error) => (hasControl(error.field) ? error : { ...error, field: '' }));

/** The participant's page. It shows no name, no address and no history beyond the pain averages. */
export function mePage(frame: PageFrame, view: MePage): string {
  const open = openPart(view.errors);
  return page(frame, {
    title: TITLES[view.status],
    error: view.errors.length > 0,
    main: html`${view.safety === null ? NOTHING : safetyPanel(view.safety, frame.numbers)}
${errorSummary(leading(view.errors))}
${view.notice === null ? NOTHING : html`<div class="notice calm no-print" role="status"><p>${view.notice}</p></div>`}
<h1 class="no-print">${TITLES[view.status]}</h1>
${partLinks()}
${worse(view)}
${part('week', open, 'This week', weekPart(frame, view))}
${part('progress', open, 'Where you are', progressPart(view))}
${part('settings', open, 'Settings', settingsPart(frame, view))}
${part('data', open, 'Your data', dataPart(view))}`,
  });
}
