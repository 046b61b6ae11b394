/**
 * What a plan says beside its doses, over every plan the written personas and the sweeps are sent: the bad
 * day, the next door, the note to show.
 */
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { renderMail } from '../../emails/render.ts';
import { planWeek } from '../../program/plan/plan-week.ts';
import { decoded, type GateMail } from '../../tools/quality/mails/mail.ts';
import { exampleMails, journeyMails, NAMES, writtenPeople } from '../../tools/quality/mails/matrix.ts';
import type { MailView, PlanView } from '../../views/mail/views.ts';
import { nextDoor } from '../../views/plan/next-door.ts';
import { baseline, curriculum, TODAY, tracks } from '../program/plan/fixtures.ts';

const REFERRAL = 'Book at the clinic: ask for the running team.';

const names = Object.keys(NAMES);
const mails: GateMail[] = [];
for await (const mail of exampleMails()) mails.push(mail);
// What is looked at here does not turn on the name: each persona has one, in turn.
for await (const mail of journeyMails('persona', writtenPeople(), curriculum, (n) => [
  names[n % names.length] ?? 'short',
]))
  mails.push(mail);
const bodyOf = (mail: GateMail): MailView['body'] | null => mail.view?.body ?? null;
const plans = mails.flatMap((mail): readonly PlanView[] => {
  const body = bodyOf(mail);
  return body !== null && 'plan' in body && mail.source !== 'example' ? [body] : [];
});

describe('the session of a bad day', () => {
  it('is one exercise of the plan with two sets at most, never more than the plan has, and counts as no session', () => {
    expect(plans.length).toBeGreaterThan(100);
    for (const { plan, badDay } of plans) {
      const first = plan.strength[0];
      expect(badDay === null).toBe(plan.sessions === 0 || first === undefined);
      if (badDay === null || first === undefined) continue;
      expect(badDay.text).toContain(first.name.slice(1));
      expect(badDay.text).toContain(first.dose.sets === 1 ? 'one set of' : 'two sets of');
      expect(badDay.text).toContain('count only full sessions');
    }
  });
});

describe('the next door', () => {
  it('is named whenever a test is open, and leads to the first jog before anything else', () => {
    for (const { plan, nextDoor } of plans.filter(({ plan: { gates } }) => gates.length > 0)) {
      const jog = plan.stage === 'R0' && plan.gates.some(({ track }) => track === 'running');
      if (jog) expect(nextDoor).toContain('your first jog');
      else
        expect(nextDoor).toMatch(
          plan.gates.some(({ track }) => track === 'strength')
            ? new RegExp(`level ${plan.level + 1}`)
            : /next step of running/,
        );
    }
    expect(plans.some(({ nextDoor }) => nextDoor?.includes('your first jog'))).toBe(true);
  });

  it.each([
    [0, 'three more levels'],
    [1, 'two more levels'],
    [2, 'one more level'],
    [3, null],
  ] as const)('without a test says from level %i how far the first jog is', (level, words) => {
    const opening = {
      week: 2,
      tracks: tracks({ level }),
      baseline: baseline(),
      history: [],
      restriction: 'none',
    } as const;
    const plan = planWeek({ days: 7, previous: null, today: TODAY, ...opening }, curriculum);
    const said = nextDoor({ ...plan, gates: [] }, opening, curriculum, TODAY);
    if (words === null) expect(said).toBeNull();
    else expect(said).toContain(words);
  });

  it('says nothing of the first jog to somebody who jogs', () => {
    const opening = {
      week: 2,
      tracks: tracks({ level: 4, stage: 'R3' }),
      baseline: baseline(),
      history: [],
      restriction: 'none',
    } as const;
    const plan = planWeek({ days: 7, previous: null, today: TODAY, ...opening }, curriculum);
    expect(nextDoor({ ...plan, gates: [] }, opening, curriculum, TODAY)).toBeNull();
  });
});

describe('the note to show', () => {
  const advised = mails.filter((mail) => {
    const body = bodyOf(mail);
    return body !== null && (body.kind === 'safety' || ('physio' in body && body.physio));
  });

  it('stands in every safety mail and every mail that advises a physiotherapist: six lines, no diagnosis', () => {
    const kinds = new Set(advised.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['plan', 'safety']));
    for (const mail of advised.filter(({ source }) => source !== 'example')) {
      const body = bodyOf(mail);
      const note = body !== null && 'note' in body ? body.note : [];
      expect(note, mail.id).toHaveLength(6);
      expect(note[0]).toContain('no diagnosis');
      for (const part of [/pain by week/i, /answer/i, /stopped/i])
        expect(note.join('\n'), mail.id).toMatch(part);
      for (const line of note)
        expect(mail.text.replace(/\s+/g, ' ')).toContain(
          line.replaceAll('\u2013', '-').replaceAll('\u00b7', '-').slice(0, 30),
        );
    }
  });

  it('carries the referral line of whoever runs it, in both parts, where one is set', () => {
    for (const { view } of advised) {
      if (view === null) continue;
      const { html, text } = renderMail({
        ...view,
        frame: { ...view.frame, operator: { ...view.frame.operator, referral: REFERRAL } },
      });
      expect(html).toContain(REFERRAL);
      expect(text.replace(/\s+/g, ' ')).toContain(REFERRAL);
    }
  });
});

describe('a move', () => {
  it('that is known is one line that leads to its description; only new ones have a drawing: those of today, else one where there is room', () => {
    for (const { view } of [...EXAMPLES.plan, ...EXAMPLES.decision]) {
      if (!('plan' in view.body)) continue;
      const { plan } = view.body;
      const all = [
        ...plan.strength,
        ...(plan.warmUp === null ? [] : [plan.warmUp]),
        ...plan.addOn,
        ...plan.footCoreMoves,
        ...plan.stretches,
      ];
      const { html } = renderMail(view);
      const drawn = (html.match(/\/drawings\/(EX-\d\d)/g) ?? []).map((file) => file.slice(-5));
      const today = plan.strength.filter((e) => e.isNew).map(({ id }) => id);
      expect(drawn).toEqual(
        today.length > 0
          ? today
          : all
              .flatMap((e) => (e.isNew ? [e.id] : []))
              .slice(0, view.body.physio || view.body.boxes.length > 0 ? 0 : 1),
      );
      for (const move of all.filter(({ id }) => !drawn.includes(id)))
        expect(html).toContain(`/programme#${move.id}"`);
    }
  });
});

describe('new moves', () => {
  const shown = mails.flatMap(({ view, html, text }) =>
    view !== null && 'plan' in view.body && view.body.plan !== undefined
      ? [{ body: view.body, html, text }]
      : [],
  );
  const inWords = (html: string): string => decoded(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');

  it('each have their cue in both parts of the mail that brings them', () => {
    let found = 0;
    for (const { body, html, text } of shown) {
      const { plan } = body as PlanView;
      const all = [
        ...plan.strength,
        ...(plan.warmUp === null ? [] : [plan.warmUp]),
        ...plan.addOn,
        ...plan.footCoreMoves,
        ...plan.stretches,
      ];
      const words = inWords(html);
      for (const { isNew, name, cue } of all) {
        if (!isNew) continue;
        found += 1;
        expect([name, words.includes(cue), text.replace(/\s+/g, ' ').includes(cue)]).toEqual([
          name,
          true,
          true,
        ]);
      }
    }
    expect(found).toBeGreaterThan(500);
  });
});
