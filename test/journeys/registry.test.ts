/**
 * Everything the code can say or decide occurs in a journey that a clinician can read. New in a list of the
 * code? Write a persona that meets it (test/journeys/personas), or, where no persona can, say in ELSEWHERE
 * why and which test shows it.
 */
import { describe, expect, it } from 'vitest';
import { theCurriculum } from '../support/curriculum.ts';
import { playedPersonas } from '../support/personas.ts';
import { AREAS, type Area, listed, occurring } from './registry.ts';

const FAULT =
  'a fault of the world or of the mail provider, which a persona has no part in: test/local/run/send-modes.test.ts, test/functions/shell/store/dispatch.test.ts';
/** A persona's replies are read without the words that the build knows as ours. */
const PRINTED = 'test/program/week/list-line.test.ts lives it, and test/local/journeys/replies.test.ts';
const MAILBOX =
  'is about the mailbox, which a persona has no part in: test/program/mails/soft-bounces.test.ts, test/local/journeys/bounces.test.ts';
const TWO_BOXES = 'needs a second mailbox: the journeys of the own page in test/local';
const DEAD_LINKS = 'is about links alone, which a persona does not press: test/local/journeys/links.test.ts';
const STOPS = 'a stop is told by its findings in the safety mail, never as a reason of a plan';
const SHOWN_APART =
  'offered as an alternative on the page of the programme and in a lesson; no plan picks it by itself';
/** What no journey can show, and why. An entry that does occur is one too many. */
const ELSEWHERE: Readonly<Partial<Record<Area, Readonly<Record<string, string>>>>> = {
  event: {
    AddressWished: TWO_BOXES,
    AddressChanged: TWO_BOXES,
    LinksRenewed: DEAD_LINKS,
    MailPostponed: FAULT,
    MailRefused: FAULT,
    MailReleased: FAULT,
    EvidenceAwaited: FAULT,
    MailAbandoned: FAULT,
    SoftBounced: MAILBOX,
    DeliveredAgain: MAILBOX,
    ListLine: PRINTED,
  },
  reason: {
    'AD-01': STOPS,
    'AD-02': STOPS,
    'AD-03': STOPS,
    'MD-2': STOPS,
  },
  refusal: {
    'nothing-due': 'an alarm with nothing to do is no event in anybody’s life; the transcript passes over it',
  },
  exercise: { 'EX-16': SHOWN_APART },
};
/** Decided without a row of the table. */
const NO_ROW = new Set(['SILENCE', 'INCOMPLETE', 'MD-2', 'START', 'RELAPSE']);

const curriculum = theCurriculum();
const journeys = playedPersonas();
const all = listed(curriculum);
const found = occurring(journeys, curriculum);

describe('the journeys', () => {
  it('are at least thirty', () => {
    expect(journeys.length).toBeGreaterThanOrEqual(30);
  });

  it.each(AREAS)('meet every %s of the code', (area) => {
    expect(all[area].size).toBeGreaterThan(5);
    const missing = [...all[area]].filter(
      (name) => !found[area].has(name) && ELSEWHERE[area]?.[name] === undefined,
    );
    expect(missing, `write a persona for each of these, or say in ELSEWHERE why none can meet it`).toEqual(
      [],
    );
  });

  it.each(AREAS)('show no %s that the code does not list', (area) => {
    expect([...found[area]].filter((name) => !all[area].has(name) && !NO_ROW.has(name))).toEqual([]);
  });

  it.each(AREAS)('need every exception of %s: what occurs, or is gone from the code, is none', (area) => {
    const needless = Object.keys(ELSEWHERE[area] ?? {}).filter(
      (name) => found[area].has(name) || !all[area].has(name),
    );
    expect(needless, 'take these out of ELSEWHERE').toEqual([]);
  });
});

describe('canaries of the registry', () => {
  it('without the journeys of one persona something is missing', () => {
    const without = (name: string) => journeys.filter((one) => one.name !== name);
    expect(occurring(without('tendon-medicine'), curriculum).finding.has('TR-D7')).toBe(false);
    expect(occurring(without('late-to-confirm'), curriculum).refusal.has('not-confirmed')).toBe(false);
    expect(occurring([], curriculum).mail.size).toBe(0);
  });
});
