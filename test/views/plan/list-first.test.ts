/**
 * While words of the body that nobody could read have the list of stop signs open, no page and no calendar
 * shows exercise; once it is answered, all of it is there again (docs/clinical-rules.md §12 A4).
 */
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../program/participant/state.ts';
import { calendarFeed } from '../../../views/export/calendar-feed.ts';
import { donePage } from '../../../views/page/done-page.ts';
import { mePage } from '../../../views/page/me-page.ts';
import { joined, type Life } from '../../program/given.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { ME_LINKS } from '../../support/me-links.ts';

const curriculum = theCurriculum();
const person = ({ state }: Life): Person => state as Person;
const own = (life: Life) => {
  const page = mePage(person(life), life.now, { links: ME_LINKS, timeZones: ['UTC'], curriculum });
  if (page === null) throw new Error('somebody on a course has a page');
  return page;
};
const sessions = (life: Life) =>
  calendarFeed(person(life), curriculum, null).filter(({ name }) => !name.endsWith('check-in'));
const done = (life: Life) =>
  donePage(person(life), 1, { change: '/c/x', action: '/c/x/done', me: '/me/x' }, curriculum);
const BODY = 'my calf sings like an old violin';
const list = (life: Life): Life =>
  life.do({ type: 'AnswerList', at: life.now, week: 1, redFlags: [] }).pass(0);

describe('with words of the body unread', () => {
  const held = joined().answer({ note: BODY });
  test('the own page shows no plan, no day and no session, and leads to the list', () => {
    expect(own(held)).toMatchObject({ plan: null, strip: [], sessionUrl: null, listFirst: true });
  });
  test('the calendar has the question and nothing to train', () => {
    expect(sessions(held)).toEqual([]);
    expect(calendarFeed(person(held), curriculum, null)).toHaveLength(1);
  });
  test('the page after the answer has the list, and says that the week waits', () => {
    expect(done(held)).toMatchObject({ waits: true, listAction: '/c/x' });
  });
});

test.each([
  ['the list answered', () => list(joined().answer({ note: BODY }))],
  ['plain words', () => joined().answer({ note: 'Grommets everywhere' })],
  ['no words', () => joined().answer()],
] as const)('with %s everything is there', (_, life) => {
  const shown = life();
  expect(own(shown).listFirst).toBeUndefined();
  expect(own(shown).plan).not.toBeNull();
  expect(own(shown).strip.length).toBeGreaterThan(0);
  expect(sessions(shown).length).toBeGreaterThan(0);
  expect(done(shown)?.waits).toBeUndefined();
});
