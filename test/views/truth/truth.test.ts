/** No mail of a life says what is not so: played lives and random ones (docs/architecture.md §10). */
import { describe, expect, test } from 'vitest';
import type { WeekPlan } from '../../../program/course/plan.ts';
import type { PlanView } from '../../../views/mail/views.ts';
import { type Contradiction, contradictionsOf } from './contradictions.ts';
import { playedLives, type ReadMail, randomLives } from './lives.ts';

const played = playedLives();
const random = randomLives();

const found = (lives: readonly { readonly name: string; readonly mails: readonly ReadMail[] }[]) =>
  lives.flatMap(({ name, mails }) =>
    mails.flatMap((read) =>
      contradictionsOf(read).map((c) => ({ name, occasion: read.mail.occasion, ...c })),
    ),
  );

describe('what a mail says is so', () => {
  test.each([
    ['in every played life', played],
    ['in random lives', random],
  ] as const)('%s', (where, lives) => {
    const mails = lives.flatMap((life) => life.mails);
    const lies = found(lives);
    const seen = `${lives.length} lives, ${mails.length} mails, ${KINDS.size} kinds looked for`;
    process.stdout.write(`contradictions ${where}: ${seen}, ${lies.length} found\n`);
    expect(mails.length).toBeGreaterThan(400);
    expect(lies.slice(0, 10)).toEqual([]);
  });
});

const plans = played.flatMap(({ mails }) => mails).filter(({ view }) => view.body.kind === 'plan');
const withBody = (read: ReadMail, change: Partial<PlanView>): ReadMail => ({
  ...read,
  view: { ...read.view, body: { ...read.view.body, ...change } as PlanView },
});
const bodyOf = ({ view }: ReadMail): PlanView => view.body as PlanView;
const kinds = (list: readonly Contradiction[]): readonly string[] => list.map(({ kind }) => kind);
const changed = (plan: WeekPlan, change: Partial<WeekPlan>): WeekPlan => ({ ...plan, ...change });

/** One lie a kind, planted in every mail where it would be one. */
const PLANTED: readonly (readonly [string, string, (read: ReadMail) => ReadMail | null])[] = [
  [
    'the same over a changed dose',
    'same',
    (read) =>
      /same as/.test(bodyOf(read).title) ? null : withBody(read, { title: 'Week 4, the same as week 3' }),
  ],
  [
    'up over the same doses',
    'same',
    (read) => (/same as/.test(bodyOf(read).title) ? withBody(read, { title: 'Up to level 4' }) : null),
  ],
  [
    'up where it eases',
    'headline',
    (read) =>
      /Strength eases/.test(bodyOf(read).headline)
        ? withBody(read, { headline: bodyOf(read).headline.replace('eases', 'moves up') })
        : null,
  ],
  [
    'running stays where the walk shrinks',
    'headline',
    (read) =>
      /(?:running|walking) eases/.test(bodyOf(read).headline)
        ? withBody(read, {
            headline: bodyOf(read).headline.replace('ing eases to', 'ing stays with'),
          })
        : null,
  ],
  [
    'feet move on in a week that leaves them',
    'headline',
    (read) =>
      bodyOf(read).changes.some((c) => c.track === 'feet' && c.direction === 'same')
        ? withBody(read, { headline: `${bodyOf(read).headline} Feet move on to standing moves.` })
        : null,
  ],
  [
    'an arrow that points the other way',
    'way of strength',
    (read) =>
      withBody(read, {
        changes: bodyOf(read).changes.map((c) =>
          c.track === 'strength' ? { ...c, direction: c.direction === 'up' ? 'down' : 'up' } : c,
        ),
      }),
  ],
  [
    'an easier week that is none',
    'eases',
    (read) =>
      /^Up to/.test(bodyOf(read).title) ? withBody(read, { title: 'An easier week, on purpose' }) : null,
  ],
  [
    'new twice',
    'new',
    (read) => {
      const { plan } = bodyOf(read);
      return plan.strength.some(({ isNew }) => !isNew)
        ? withBody(read, {
            plan: changed(plan, { strength: plan.strength.map((e) => ({ ...e, isNew: true })) }),
          })
        : null;
    },
  ],
  [
    'never new',
    'new',
    (read) => {
      const { plan } = bodyOf(read);
      return plan.strength.some(({ isNew }) => isNew)
        ? withBody(read, {
            plan: changed(plan, { strength: plan.strength.map((e) => ({ ...e, isNew: false })) }),
          })
        : null;
    },
  ],
  [
    'silence after an act',
    'did not hear',
    (read) => ({ ...read, acted: true, text: `${read.text} We did not hear from you.` }),
  ],
  [
    'a day of another year',
    'weekday',
    (read) => {
      const named = /\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?=\s+\d+\s+[A-Z])/g;
      const text = read.text.replace(named, (day) => (day === 'Friday' ? 'Monday' : 'Friday'));
      return text === read.text ? null : { ...read, text };
    },
  ],
  ['a test that is not asked', 'test', (read) => ({ ...read, tests: { named: ['strength'], due: [] } })],
  [
    'a physiotherapist out of nowhere',
    'physiotherapist',
    (read) => (bodyOf(read).physio ? null : withBody(read, { physio: true })),
  ],
  [
    'a doctor in a calm week',
    'doctor',
    (read) =>
      withBody(read, {
        reasons: [{ code: 'AD-21', short: 'x', long: 'Please see a doctor.' }, ...bodyOf(read).reasons],
      }),
  ],
];

/** Every kind that is looked for has its planted lie. */
const KINDS = new Set(PLANTED.map(([, kind]) => kind));

describe('a planted contradiction is found', () => {
  test.each(PLANTED)('%s', (_, kind, plant) => {
    const lies = plans.flatMap((read) => {
      const lie = plant(read);
      return lie === null || lie.planBefore === null ? [] : [kinds(contradictionsOf(lie))];
    });
    expect(lies.length).toBeGreaterThan(0);
    expect(lies.filter((list) => !list.includes(kind))).toEqual([]);
  });
});
