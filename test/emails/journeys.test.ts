/** Every mail of every persona, with the words of the real curriculum. */
import { describe, expect, it } from 'vitest';
import { renderMail } from '../../emails/render.ts';
import type { Person } from '../../program/participant/state.ts';
import { type MailLinks, mailView } from '../../views/mail/mail-view.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { PERSONA_NAMES, playedPersona } from '../support/personas.ts';

const SITE = 'https://calf.example.org';
const TOKEN = 'AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v';
const links: MailLinks = {
  site: SITE,
  safety: `${SITE}/safety`,
  privacy: `${SITE}/privacy`,
  signup: `${SITE}/signup`,
  unsubscribe: `${SITE}/u/${TOKEN}`,
  me: `${SITE}/me/${TOKEN}`,
  summary: `${SITE}/me/${TOKEN}/summary`,
  worse: `${SITE}/w/${TOKEN}`,
  fresh: `${SITE}/fresh/${TOKEN}`,
  running: `${SITE}/running/${TOKEN}`,
  shoes: `${SITE}/shoes/${TOKEN}`,
  confirm: `${SITE}/confirm/${TOKEN}`,
  start: `${SITE}/start/${TOKEN}`,
  checkIn: `${SITE}/c/${TOKEN}`,
  session: `${SITE}/x/${TOKEN}`,
  openCheckIn: `${SITE}/c/${TOKEN}`,
  checkInAnswer: (value) => `${SITE}/c/${TOKEN}/${value}`,
};
const operator = {
  name: 'Riverside Running Club',
  postal: '12 Mill Lane, Bristol',
  email: 'coach@riverside.example.org',
  referral: 'Ask for the running clinic.',
};
const curriculum = theCurriculum();

function mailsOf(name: string) {
  return playedPersona(name).steps.flatMap((step) => {
    if (step.type !== 'mail') return [];
    const { kind, week, occasion, about } = step.mail;
    const view = mailView({
      person: step.state as Person,
      kind,
      week,
      about,
      at: step.at,
      curriculum,
      operator,
      links,
    });
    return [{ id: occasion, view, ...renderMail(view) }];
  });
}

it('there are journeys', () => expect(PERSONA_NAMES.length).toBeGreaterThan(5));

describe.each(PERSONA_NAMES)('%s', (name) => {
  const mails = mailsOf(name);
  it('has mails, each within 40 KB, whole and plain', () => {
    expect(mails.length).toBeGreaterThan(0);
    for (const { id, html, text, subject, preheader } of mails) {
      expect([id, html.length <= 40_000, /^[\x20-\x7e\n]*$/.test(html)]).toEqual([id, true, true]);
      expect([
        id,
        `${subject}${preheader}${html}${text}`.match(
          /undefined|\bnull\b|NaN|\[object|\{\{|Stop if: Stop/,
        )?.[0],
      ]).toEqual([id, undefined]);
      expect([
        id,
        text.split('\n').find((l) => (/https?:/.test(l) ? !/^https?:\/\/\S+$/.test(l) : l.length > 76)),
      ]).toEqual([id, undefined]);
      expect([id, html.split('\n').find((l) => l.length >= 900)]).toEqual([id, undefined]);
    }
  });
  it('gives every week of every kind a subject of its own; only a week asked again after a break repeats its own', () => {
    const weeks = new Map<string, string>();
    for (const { view, subject } of mails.filter((m) =>
      ['plan', 'check-in', 'reminder', 'silent'].includes(m.view.frame.kind),
    )) {
      const week = `${view.frame.kind} ${view.frame.week}`;
      expect(weeks.get(subject) ?? week).toBe(week);
      weeks.set(subject, week);
    }
  });
  it('says what changed in every plan, with the reason that decided', () => {
    for (const { text, view } of mails) {
      const { body } = view;
      if (body.kind !== 'plan' && body.kind !== 'decision' && body.kind !== 'start') continue;
      const flat = text.replace(/\s+/g, ' ');
      expect(flat).toContain(
        body.headline.replaceAll('×', 'x').replaceAll('·', '-').replaceAll('’', "'").replaceAll('–', '-'),
      );
      expect(body.reasons.length).toBeGreaterThan(0);
      for (const exercise of [...body.plan.strength, ...body.plan.footCoreMoves, ...body.plan.stretches])
        expect(flat).toContain(exercise.name);
    }
  });
});
