/**
 * Every absolute URL we hand out. Host and scheme are the site's, the path holds a token or nothing
 * (docs/contract.md §2).
 */

import { addMinutes, type Instant, MINUTES_PER_DAY } from '../../../program/kernel/time.ts';
import { openQuestion } from '../../../program/participant/open-question.ts';
import type { Person } from '../../../program/participant/state.ts';
import type { MailLinks } from '../../../views/mail/mail-view.ts';
import type { Purpose, Tokens } from './tokens.ts';

/**
 * Days a link lives (docs/architecture.md §9.1): a check-in its week and four more, so that it outlives the
 * four weeks between two questions after graduation; the person's page the programme and a month.
 */
const LIFE_DAYS: Readonly<Record<Exclude<Purpose, 'unsubscribe'>, number>> = {
  confirm: 7,
  start: 30,
  checkIn: 35,
  me: 142,
  worse: 35,
  running: 142,
  shoes: 142,
  fresh: 1,
  calendar: 142,
  session: 35,
};

/** What a link needs to know of a person. */
export type LinkOwner = Pick<Person, 'id' | 'tokenEpoch'>;

export interface Links {
  readonly site: string;
  readonly safety: string;
  readonly privacy: string;
  readonly signup: string;
  readonly signupSent: string;
  confirm(owner: LinkOwner, now: Instant): string;
  start(owner: LinkOwner, now: Instant): string;
  checkIn(owner: LinkOwner, week: number, now: Instant): string;
  /** The same page with 0 to 10 selected; the number is outside the signature on purpose. */
  checkInAnswer(owner: LinkOwner, week: number, value: number, now: Instant): string;
  checkInDone(owner: LinkOwner, week: number, now: Instant): string;
  me(owner: LinkOwner, now: Instant): string;
  /** One page to show a physiotherapist; under the page's own token. */
  summary(owner: LinkOwner, now: Instant): string;
  worse(owner: LinkOwner, now: Instant): string;
  /** Opens the request that stands in the state, and no other: the link carries its number. */
  fresh(owner: LinkOwner & Pick<Person, 'fresh'>, now: Instant): string;
  running(owner: LinkOwner, now: Instant): string;
  shoes(owner: LinkOwner, now: Instant): string;
  /** The sessions of one week; the next one opens. */
  session(owner: LinkOwner, week: number, now: Instant): string;
  lesson(id: string): string;
  /** A feed that a calendar fetches; it names nothing and lives as long as the page. */
  calendar(owner: LinkOwner, now: Instant): string;
  unsubscribe(owner: LinkOwner): string;
}

/**
 * Links of the site `siteUrl` (scheme and host, no slash at the end), signed by `tokens`. None lives longer
 * than `until`, the day rounded up; null = each its own time. The way out never ends.
 */
export function makeLinks(siteUrl: string, tokens: Tokens, until: Instant | null): Links {
  const signed = (
    purpose: Exclude<Purpose, 'unsubscribe'>,
    { id, tokenEpoch }: LinkOwner,
    week: number,
    now: Instant,
  ): string => {
    const own = addMinutes(now, LIFE_DAYS[purpose] * MINUTES_PER_DAY);
    const expires = until !== null && until < own ? until : own;
    return tokens.sign({ purpose, participantId: id, epoch: tokenEpoch, week, expires });
  };
  const checkIn = (owner: LinkOwner, week: number, now: Instant): string =>
    `${siteUrl}/c/${signed('checkIn', owner, week, now)}`;
  return {
    site: `${siteUrl}/`,
    safety: `${siteUrl}/safety`,
    privacy: `${siteUrl}/privacy`,
    signup: `${siteUrl}/signup`,
    signupSent: `${siteUrl}/signup/sent`,
    confirm: (owner, now) => `${siteUrl}/confirm/${signed('confirm', owner, 0, now)}`,
    start: (owner, now) => `${siteUrl}/start/${signed('start', owner, 0, now)}`,
    checkIn,
    checkInAnswer: (owner, week, value, now) => `${checkIn(owner, week, now)}/${value}`,
    checkInDone: (owner, week, now) => `${checkIn(owner, week, now)}/done`,
    worse: (owner, now) => `${siteUrl}/w/${signed('worse', owner, 0, now)}`,
    fresh: (owner, now) => `${siteUrl}/fresh/${signed('fresh', owner, owner.fresh?.n ?? 0, now)}`,
    running: (owner, now) => `${siteUrl}/running/${signed('running', owner, 0, now)}`,
    shoes: (owner, now) => `${siteUrl}/shoes/${signed('shoes', owner, 0, now)}`,
    me: (owner, now) => `${siteUrl}/me/${signed('me', owner, 0, now)}`,
    summary: (owner, now) => `${siteUrl}/me/${signed('me', owner, 0, now)}/summary`,
    session: (owner, week, now) => `${siteUrl}/x/${signed('session', owner, week, now)}`,
    lesson: (id) => `${siteUrl}/l/${id}`,
    calendar: (owner, now) => `${siteUrl}/cal/${signed('calendar', owner, 0, now)}.ics`,
    unsubscribe: ({ id, tokenEpoch }) =>
      `${siteUrl}/u/${tokens.sign({ purpose: 'unsubscribe', participantId: id, epoch: tokenEpoch, week: 0, expires: null })}`,
  };
}

/** All links a mail of `week` may carry to `person`. */
export async function mailLinks(
  app: { readonly links: (until: null) => Promise<Links>; readonly clock: { now(): Instant } },
  person: Person,
  week: number,
): Promise<MailLinks> {
  const links = await app.links(null);
  const now = app.clock.now();
  const checkIn = links.checkIn(person, week, now);
  const asked = openQuestion(person, now);
  return {
    site: links.site,
    safety: links.safety,
    privacy: links.privacy,
    signup: links.signup,
    unsubscribe: links.unsubscribe(person),
    me: links.me(person, now),
    summary: links.summary(person, now),
    confirm: links.confirm(person, now),
    start: links.start(person, now),
    worse: links.worse(person, now),
    fresh: links.fresh(person, now),
    running: links.running(person, now),
    shoes: links.shoes(person, now),
    checkIn,
    openCheckIn: asked === null ? null : links.checkIn(person, asked.week, now),
    checkInAnswer: (value) => `${checkIn}/${value}`,
    session: links.session(person, week, now),
  };
}
