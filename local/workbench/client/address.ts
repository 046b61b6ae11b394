/** What the bench shows, kept in its address, so that a link leads back to it. Pure. */

export interface Shown {
  readonly mail: string | null;
  readonly person: string | null;
  readonly view: 'html' | 'text' | 'headers';
  /** Width of the mail in pixels; 0 = as wide as there is room. */
  readonly width: number;
  readonly dark: boolean;
  readonly images: boolean;
  /** Filters of the inbox; empty = everything. */
  readonly to: string;
  readonly kind: string;
  readonly unread: boolean;
}
export const AT_FIRST: Shown = {
  mail: null,
  person: null,
  view: 'html',
  width: 0,
  dark: false,
  images: true,
  to: '',
  kind: '',
  unread: false,
};
const VIEWS = ['html', 'text', 'headers'] as const;
export const WIDTHS = [0, 320, 360, 600] as const;

/** `#mail=m4&view=text`; what is as at first is left out. */
export function hashOf(shown: Shown): string {
  const said = new URLSearchParams();
  if (shown.mail !== null) said.set('mail', shown.mail);
  if (shown.person !== null) said.set('person', shown.person);
  if (shown.view !== 'html') said.set('view', shown.view);
  if (shown.width !== 0) said.set('width', String(shown.width));
  if (shown.dark) said.set('dark', 'yes');
  if (!shown.images) said.set('images', 'off');
  if (shown.to !== '') said.set('to', shown.to);
  if (shown.kind !== '') said.set('kind', shown.kind);
  if (shown.unread) said.set('unread', 'yes');
  return said.toString() === '' ? '' : `#${said}`;
}

/** Reads an address; whatever is no value of ours stands as at first. */
export function shownIn(hash: string): Shown {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    mail: said.get('mail'),
    person: said.get('person'),
    view: VIEWS.find((view) => view === said.get('view')) ?? 'html',
    width: WIDTHS.find((width) => String(width) === said.get('width')) ?? 0,
    dark: said.get('dark') === 'yes',
    images: said.get('images') !== 'off',
    to: said.get('to') ?? '',
    kind: said.get('kind') ?? '',
    unread: said.get('unread') === 'yes',
  };
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const WEEKDAYS = [...DAYS.slice(1), DAYS[0]];

/**
 * The next time that a weekday and an hour come, in UTC, later than `now`.
 *
 * @example Friday 07:00 after 2026-03-06T07:00Z (a Friday) is 2026-03-13T07:00:00.000Z
 */
export function nextTime(now: string, weekday: string, hour: number): string {
  const at = new Date(now);
  const ahead = (DAYS.indexOf(weekday as (typeof DAYS)[number]) - at.getUTCDay() + 7) % 7;
  const then = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + ahead, hour));
  if (then <= at) then.setUTCDate(then.getUTCDate() + 7);
  return then.toISOString();
}
