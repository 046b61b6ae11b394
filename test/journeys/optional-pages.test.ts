/**
 * Where the two optional pages are linked, and what of them comes back, over whole courses
 * (docs/contract.md §2: `start`, weeks 2 and 8).
 */
import { describe, expect, test } from 'vitest';
import type { Person } from '../../program/participant/state.ts';
import { mailView } from '../../views/mail/mail-view.ts';
import type { MailBody } from '../../views/mail/views.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { playedPersona } from '../support/personas.ts';

const curriculum = theCurriculum();
const SITE = 'https://calf.example.org';
const url = (route: string): string => `${SITE}/${route}/x`;
const links = {
  site: SITE,
  safety: `${SITE}/safety`,
  privacy: `${SITE}/privacy`,
  signup: `${SITE}/signup`,
  unsubscribe: url('u'),
  me: url('me'),
  summary: `${url('me')}/summary`,
  worse: url('w'),
  fresh: url('fresh'),
  running: url('running'),
  shoes: url('shoes'),
  confirm: url('confirm'),
  start: url('start'),
  checkIn: url('c'),
  session: url('x'),
  openCheckIn: url('c'),
  checkInAnswer: (value: number) => `${url('c')}/${value}`,
};
const operator = { name: 'Club', postal: 'Street', email: 'a@b.example', referral: null };

function bodies(persona: string): readonly { readonly week: number; readonly body: MailBody }[] {
  return playedPersona(persona).steps.flatMap((step) => {
    if (step.type !== 'mail') return [];
    const { kind, week, about } = step.mail;
    const { body } = mailView({
      person: step.state as Person,
      kind,
      week,
      about,
      at: step.at,
      curriculum,
      operator,
      links,
    });
    return [{ week, body }];
  });
}
const boxes = (persona: string) =>
  bodies(persona).flatMap(({ week, body }) =>
    'boxes' in body ? body.boxes.map((box) => ({ week, kind: body.kind, box })) : [],
  );
const linked = (persona: string, to: string) =>
  boxes(persona).flatMap(({ week, kind, box }) => (box.link?.url === to ? [`${kind} ${week}`] : []));

describe('the links', () => {
  test('to the shoe check stand in the plans of weeks 2 and 8 and in no other, told or not', () => {
    for (const persona of ['calm', 'slow-healer', 'tells-everything'])
      expect([persona, linked(persona, links.shoes)]).toEqual([persona, ['plan 2', 'plan 8']]);
  });
  test('to "about your running" stand in the first mail alone', () => {
    for (const persona of ['calm', 'tells-everything', 'keeps-running'])
      expect([persona, linked(persona, links.running)]).toEqual([persona, ['start 1']]);
  });
});

describe('what was told', () => {
  const told = boxes('tells-everything');
  test('the own plan stands in every plan after it was told, word for word', () => {
    const own = told.filter(({ box }) => box.own !== undefined);
    const plans = bodies('tells-everything').filter(({ body }) => body.kind === 'plan');
    expect(own.map(({ week }) => week)).toEqual(plans.map(({ week }) => week));
    for (const { box } of own)
      expect(box.own?.map((o) => o.words)).toEqual([
        'after breakfast on Monday, Wednesday and Friday, in the kitchen',
        'I do it the next evening',
      ]);
  });
  test('of seven pieces of shoe advice the first three come, once', () => {
    expect(
      told.filter(({ box }) => box.items !== undefined).map(({ week, box }) => [week, box.items?.length]),
    ).toEqual([[2, 3]]);
  });
  test('the miles told come back in week 8, in the units of the settings', () => {
    const again = told.find(({ week, box }) => week === 8 && box.link?.url === links.shoes);
    expect(again?.box.text).toContain('about 550 km');
    expect(again?.box.text).toContain('from about 500 km look for wear, and by 800 plan');
  });
  test('the goal comes back word for word in the letters, graduation the last, and nowhere else', () => {
    const goal = 'The 10 km in the park with my daughter, in September.';
    const last = bodies('tells-everything').filter(({ body }) => JSON.stringify(body).includes(goal));
    const kinds = last.map(({ body }) => body.kind);
    expect(kinds.at(-1)).toBe('graduation');
    expect(new Set(kinds.slice(0, -1))).toEqual(new Set(['milestone']));
  });
});
