/** The first page shows a plan that the rules of today make, and answers of reviewed cards. */
import { expect, test } from 'vitest';
import { calmCourse } from '../../../views/page/calm-course.ts';
import { landingView } from '../../../views/page/landing-view.ts';
import { landingPage } from '../../../web/pages/public/landing.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { FRAME } from '../../web/page-examples.ts';

const curriculum = theCurriculum();
const view = landingView(curriculum);
const html = landingPage(FRAME, view);

test('the plan on the phone is week 6 of the calm course, with its why and seven days', () => {
  const week = calmCourse(curriculum)[view.sample.week - 1];
  expect(view.sample.glance.days).toHaveLength(7);
  expect(view.sample.strengthSessions).toBe(curriculum.levels[week?.tracks.level ?? 0]?.sessionsPerWeek);
  expect(view.sample.why).toMatch(/^[A-Z].*\.$/);
  expect(view.sample.why).not.toContain('{');
  expect(view.sample.minutes).toBeGreaterThan(100);
  expect(html).toContain(view.sample.title);
});
test('every question has its card, and every work it leans on is in the register', () => {
  expect(view.questions).toHaveLength(9);
  expect(view.kit.length).toBeGreaterThan(0);
  expect(view.evidence.some).toHaveLength(4);
  expect(view.evidence.works).toBe(curriculum.works.length);
});
test.each([
  ['a sceptical runner: does it work?', 'Nobody has tested this programme as a whole'],
  ['a sceptical runner: how much is it?', 'minutes, walks and warm-ups included'],
  ['a sceptical runner: can I run my race?', 'Can I run a race?'],
  ['a sceptical runner: what if it gets worse?', 'after a sore one the next is easier'],
  ['a sceptical runner: what does it cost?', 'What does it cost?'],
  ['a board: is it medical?', 'It is education, not care'],
  ['a board: who has looked at it?', 'A clinician has not signed off'],
  ['a board: who reads what members write?', 'none reads along'],
  ['a board: where is their data?', 'What is kept, for how long and who can open it'],
  ['a board: who runs it, may we?', 'a club can run it for its own members'],
])('%s', (_who, words) => expect(html.replace(/\s+/g, ' ')).toContain(words));
