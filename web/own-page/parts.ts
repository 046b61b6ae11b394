/**
 * The four parts of the participant's page, one document: a link shows its part, without script. Where a
 * browser cannot hide the others they stand one below the other.
 */
import type { FieldError } from '../../views/page/page-views.ts';
import { each, type Html, html } from '../html.ts';

export const PARTS = [
  { id: 'week', title: 'Week' },
  { id: 'progress', title: 'Progress' },
  { id: 'settings', title: 'Settings' },
  { id: 'data', title: 'Data' },
] as const;
export type PartId = (typeof PARTS)[number]['id'];

/** Which part holds the control of an error. */
const PART_OF: Readonly<Record<string, PartId>> = {
  until: 'settings',
  weekday: 'settings',
  hour: 'settings',
  timeZone: 'settings',
  units: 'settings',
  rhythm: 'settings',
  email: 'data',
  consentResearch: 'data',
  sure: 'data',
};
export const hasControl = (field: string): boolean => PART_OF[field] !== undefined;

/** The part that is open before any link was followed: the one with the error, else the week. */
export const openPart = (errors: readonly FieldError[]): PartId =>
  errors.map(({ field }) => PART_OF[field]).find((id) => id !== undefined) ?? 'week';

export const partLinks = (): Html => html`<nav class="parts no-print" aria-label="Parts of this page">
<ul>${each(
  PARTS,
  ({ id, title }) => html`
<li><a href="#${id}">${title}</a></li>`,
)}
</ul>
</nav>`;

/** What stands in a part; the first heading in it says so to whoever listens. */
export const part = (id: PartId, open: PartId, title: string, body: Html): Html => html`
<section class="part${id === open ? ' open' : ''}" id="${id}" aria-labelledby="${id}-title">
<h2 class="part-title no-print" id="${id}-title">${title}</h2>
${body}
</section>`;
