/**
 * At the moment a plan leaves, everything that shows the week shows the same one: the strip of the mail, the
 * strip and the sessions of the pages, the calendar, and the moves and boxes on the sheet for the printer,
 * over random lives.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInWords, localDate } from '../../../program/calendar.ts';
import { viewOfMail } from '../../../simulate/personas/transcript.ts';
import { calendarFeed } from '../../../views/export/calendar-feed.ts';
import { sessionPage, stripOf } from '../../../views/page/session-page.ts';
import { doseWords } from '../../../views/plan/dose.ts';
import { fridgeSheet } from '../../../web/fridge-sheet.ts';
import { planSheet } from '../../../web/plan-sheet.ts';
import type { Happened } from '../../program/support/walk.ts';
import { intakeArb, movesArb, walk } from '../../program/support/walk.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';
import { FRAME } from '../../web/page-examples.ts';

const curriculum = theCurriculum();
const LINKS = { base: '/x/t', worse: '/w/t', me: '/me/t' };
const LIVES = fc.sample(fc.tuple(intakeArb, movesArb), { numRuns: cases(40, 20), seed: 20261130 });

/** Every plan that left in a life, with the participant as the sender saw them. */
const plansOf = (moments: readonly Happened[]) =>
  moments.flatMap(({ at, events, after }) =>
    events.flatMap((event) => {
      if (event.type !== 'MailClaimed' || after.status !== 'active') return [];
      const { body } = viewOfMail({ type: 'mail', at, mail: event.mail, state: after }, curriculum);
      return 'glance' in body && body.glance !== undefined && 'plan' in body
        ? [{ at, person: after, glance: body.glance, plan: body.plan }]
        : [];
    }),
  );
type Sent = ReturnType<typeof plansOf>[number];
const sheetOf = ({ at, person, plan }: Sent): string => {
  const strip = stripOf(person, null, { base: LINKS.base, at, curriculum });
  const nothing = { painRule: ['', '', ''], stopSigns: [], worseUrl: null, own: [] } as const;
  return String(fridgeSheet(FRAME, { plan, strip, ...nothing }));
};
const SENT = LIVES.flatMap(([intake, moves]) => plansOf(walk(curriculum, intake, moves)));
describe('the week of a plan at the moment it is sent', () => {
  it('is looked at in many plans', () => expect(SENT.length).toBeGreaterThan(20));

  it('has the same days, sessions and minutes in the mail and on the page', () => {
    for (const { at, person, glance } of SENT) {
      const strip = stripOf(person, null, { base: LINKS.base, at, curriculum });
      expect(
        strip.map(({ date, sessions, minutes }) => [date, sessions.map((s) => s.short), minutes]),
      ).toEqual(glance.days.map(({ date, what, minutes }) => [date, what, minutes]));
    }
  });

  it('has each session on its page with the day of the strip and the doses of the mail', () => {
    for (const { at, person, glance } of SENT) {
      const paged = new Map<string, Set<string>>();
      for (const day of stripOf(person, null, { base: LINKS.base, at, curriculum }))
        for (const { id } of day.sessions) {
          const page = sessionPage(person, null, { id, links: LINKS, at, curriculum });
          expect([page.on, page.week]).toEqual([day.date, person.course.week]);
          const all = paged.get(page.kind) ?? new Set<string>();
          for (const move of page.exercises) all.add(`${move.id} ${doseWords(move)}`);
          paged.set(page.kind, all);
        }
      // A move that is done twice a week stands on two of the pages; the warm-up of a run beside it.
      for (const kind of ['strength', 'feet', 'stretches'] as const)
        expect([...(paged.get(kind) ?? [])].sort()).toEqual(
          glance.sessions
            .filter((row) => row.kind === kind || (kind === 'strength' && row.kind === 'addOn'))
            .flatMap(({ moves }) => moves.map((move) => `${move.id} ${doseWords(move)}`))
            .sort(),
        );
    }
  });

  it('has the runs and the strength on the days of the calendar', () => {
    for (const { at, person } of SENT) {
      const strip = stripOf(person, null, { base: LINKS.base, at, curriculum });
      const shown = strip.flatMap(({ date, sessions }) =>
        sessions
          .filter(({ id }) => /^[rs]\d/.test(id))
          .map(({ id }) => [`w${person.course.week}-${id}`, date]),
      );
      const entries = calendarFeed(person, curriculum, null).filter(({ title }) => title === 'Session');
      expect(
        entries.map(({ name, from }) => [name, dateInWords(localDate(from, person.timeZone))]).sort(),
      ).toEqual(shown.sort());
    }
  });

  it('has on paper the moves of the mail with their doses, and no other', () => {
    for (const one of SENT) {
      const cards = [...sheetOf(one).matchAll(/<strong>([^<]+)<\/strong><br>([^<]+)<br>/g)];
      const moves = one.glance.sessions.flatMap((session) => session.moves);
      expect(cards.map(([, name, dose]) => `${name} ${dose}`).sort()).toEqual(
        moves.map((move) => `${move.name} ${doseWords(move)}`).sort(),
      );
    }
  });

  it('has on paper a box for each session of the strip', () => {
    for (const one of SENT) {
      const sheet = sheetOf(one);
      const all = stripOf(one.person, null, { base: LINKS.base, at: one.at, curriculum }).flatMap(
        (day) => day.sessions,
      );
      for (const [title, kind] of [
        ['Strength and feet', /^s/],
        ['(?:Running|Walking)', /^r/],
        ['Stretches', /^t/],
      ] as const) {
        const row = new RegExp(`<span class="boxes">((?:<span></span>)*)</span> <strong>${title}<`).exec(
          sheet,
        );
        expect((row?.[1] ?? '').split('<span>').length - 1, title).toBe(
          all.filter(({ id }) => kind.test(id)).length,
        );
      }
    }
  });

  it('is counted on the page as on the strip', () => {
    for (const { at, person, plan } of SENT) {
      const strip = stripOf(person, null, { base: LINKS.base, at, curriculum });
      const told = /(once|twice|\d+ times) this week/.exec(String(planSheet(plan, strip, ['', '', ''])));
      const count = strip.flatMap(({ sessions }) => sessions).filter(({ id }) => id.startsWith('s')).length;
      const words = count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
      expect(told?.[1]).toBe(count === 0 ? undefined : words);
    }
  });
});
