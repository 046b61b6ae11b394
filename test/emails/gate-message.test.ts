/** The message, its subject and preheader. Numbers in brackets are those of the quality bar. */
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { renderMail } from '../../emails/render.ts';
import { BUILT_KINDS } from '../../program/participant/mail-kinds.ts';
import { every, mails, visible } from './every-mail.ts';

it('there is an example of every kind, and every name of one is its own', () => {
  for (const kind of BUILT_KINDS) {
    expect(EXAMPLES[kind].length).toBeGreaterThan(0);
    expect(new Set(EXAMPLES[kind].map((e) => e.name)).size).toBe(EXAMPLES[kind].length);
    for (const { view } of EXAMPLES[kind]) expect(view.body.kind).toBe(kind);
  }
});

describe('the message', () => {
  it('has each of its headers once [1]', async () => {
    for (const { raw } of mails) {
      const { headers } = await PostalMime.parse(raw);
      for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'mime-version', 'content-type'])
        expect(headers.filter((h) => h.key === name)).toHaveLength(1);
      expect(headers.filter((h) => ['bcc', 'cc', 'in-reply-to', 'references', 'precedence', 'feedback-id'].includes(h.key))).toEqual([]);
    }
  });
  it('has no line over 998 and only ASCII [10]', () =>
    every(
      ({ raw }) =>
        new TextDecoder()
          .decode(raw)
          .split('\r\n')
          .every((l) => l.length <= 998) && raw.every((b) => b < 128),
    ));
  it('is within 100 KB, HTML within 40 KB, styles within 8 KB [12]', () =>
    every(
      ({ raw, html }) =>
        raw.length <= 100_000 &&
        html.length <= 40_000 &&
        [...html.matchAll(/<style[\s\S]*?<\/style>/g)].reduce((n, m) => n + m[0].length, 0) <= 8_000,
    ));
  it('has lines of HTML below 900', () => every(({ html }) => html.split('\n').every((l) => l.length < 900)));
});

describe('subject and preheader', () => {
  it('subject: 10 to 50 characters, no shouting, no Re: [16]', () =>
    every(
      ({ subject }) =>
        [...subject].length >= 10 && [...subject].length <= 50 && !/\b[A-Z]{5,}\b|!.*!|^(?:Re|Fwd):/i.test(subject.replace(/\b[A-Z]?[a-z]+\b/g, '')),
    ));
  it('weekly mails: a subject of their own each week [13]', () => {
    for (const kind of ['plan', 'check-in', 'reminder', 'decision', 'silent'] as const) {
      const view = EXAMPLES[kind][0]!.view;
      const subjects = Array.from({ length: 20 }, (_, index) => {
        const week = index + 1;
        const body = 'plan' in view.body ? { ...view.body, plan: { ...view.body.plan, week } } : view.body;
        return renderMail({ frame: { ...view.frame, week }, body }).subject;
      });
      expect(new Set(subjects).size).toBe(20);
    }
    const firstOfEach = BUILT_KINDS.map((kind) => renderMail(EXAMPLES[kind][0]!.view).subject);
    expect(new Set(firstOfEach).size).toBe(BUILT_KINDS.length);
  });
  it('preheader: 40 to 100 characters, not the subject, not the first words [18]', () =>
    every(
      ({ subject, preheader, html }) =>
        preheader.length >= 40 && preheader.length <= 100 && preheader !== subject && !visible(html).trim().startsWith(preheader),
    ));
  it('say nothing on a lock screen [19]', () =>
    every(({ subject, preheader }) => {
      const words = `${subject} ${preheader}`;
      return (
        !/pain|sore|hurt|injur|strain|tendon|swell|swollen|symptom|clot|doctor|calf(?! coach)|\bleg\b|red flag|emergency|diagnos/i.test(words) &&
        !/\d/.test(words.replace(/Week \d+|\bHalf a\b/gi, ''))
      );
    }));
});
