/**
 * The plan as a week at a glance, over every plan that the written personas are sent: what stands above its
 * rule, what is always below it, and that the written part can be trained by.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { renderMail } from '../../emails/render.ts';
import { MOST_WORDS, wordsIn } from '../../emails/week/above.ts';
import { decoded } from '../../tools/quality/mails/mail.ts';
import { viewsOf, writtenPeople } from '../../tools/quality/mails/matrix.ts';
import type { MailView, PlanView } from '../../views/mail/views.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { cases } from '../support/effort.ts';

const RULE = 'class="rule"';
const inWords = (html: string): string =>
  decoded(html.replace(/<[^>]*>/g, ' ').replace(/<[^>]*$/, '')).replace(/\s+/g, ' ');
const ascii = (words: string): string =>
  words.replaceAll('’', "'").replaceAll('–', '-').replaceAll('×', 'x').replace(/\s+/g, ' ');

interface Shown {
  readonly id: string;
  readonly view: MailView & { readonly body: PlanView };
  readonly html: string;
  readonly text: string;
}
const isPlan = (view: MailView): view is Shown['view'] => 'glance' in view.body;
const shown = (id: string, view: MailView): readonly Shown[] =>
  isPlan(view) ? [{ id, view, ...renderMail(view) }] : [];
const MAILS: readonly Shown[] = [
  ...writtenPeople().flatMap((person) =>
    viewsOf(person, theCurriculum()).flatMap(({ occasion, view }) =>
      shown(`${person.name}: ${occasion}`, view),
    ),
  ),
  ...[...EXAMPLES.plan, ...EXAMPLES.start, ...EXAMPLES.decision].flatMap(({ name, view }) =>
    shown(`example ${name}`, view),
  ),
];

describe('above the rule of a plan', () => {
  it('stand three hundred words at most, in every plan', () => {
    expect(MAILS.length).toBeGreaterThan(100);
    expect(new Set(MAILS.map(({ view }) => view.body.kind))).toEqual(new Set(['start', 'plan', 'decision']));
    for (const { id, html } of MAILS) {
      expect(html.split(RULE), id).toHaveLength(2);
      const above = html.slice(html.indexOf('<h1'), html.indexOf(RULE));
      expect(wordsIn(inWords(above)), id).toBeLessThanOrEqual(MOST_WORDS);
    }
  });

  it('the counting of words sees a long one', () => {
    expect(wordsIn('3 × 10–12, each side · Read it')).toBe(6);
  });

  it('words are counted as white space parts them, a sign alone being none', () => {
    const piece = fc.constantFrom(
      ' ',
      '\u00a0',
      '\ufeff',
      '\u2028',
      '\t',
      '–',
      '×',
      '’',
      'a',
      'Ł',
      '7',
      '½',
      '٣',
      '𝒜',
      '🙂',
      '\ud835',
      '-',
      '_',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const parted = text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
          expect(wordsIn(text)).toBe(parted);
        },
      ),
      { numRuns: cases(400) },
    );
  });

  it('stand every day of the week, every exercise with its dose, and one button to the next session', () => {
    for (const { id, view, html } of MAILS) {
      const above = html.slice(0, html.indexOf(RULE));
      const { glance, plan, sessionUrl } = view.body;
      expect(glance.days, id).toHaveLength(Math.max(1, glance.days.length));
      const words = inWords(above);
      for (const { date, what } of glance.days) {
        const [weekday = '', day = ''] = date.split(' ');
        expect(words, id).toContain(`${weekday.slice(0, 3)} ${day} ${what.join(', ')}`);
      }
      for (const { name } of [...plan.strength, ...plan.footCoreMoves, ...plan.stretches, ...plan.addOn])
        if (glance.sessions.some(({ moves }) => moves.some((move) => move.name === name)))
          expect(words, id).toContain(name);
      expect(sessionUrl, id).not.toBeNull();
      expect(above.split(`href="${sessionUrl}"`), id).toHaveLength(2);
    }
  });

  it('leave no exercise of the week out, unless its session found no day', () => {
    for (const { id, view } of MAILS) {
      const { plan, glance } = view.body;
      const listed = glance.sessions.flatMap(({ moves }) => moves.map((move) => move.id));
      if (plan.sessions > 0 && glance.sessions.some(({ kind }) => kind === 'strength'))
        for (const move of [...plan.strength, ...plan.addOn, ...plan.footCoreMoves])
          expect(listed, id).toContain(move.id);
    }
  });
});

describe('below it', () => {
  it('stand the pain rule, the stop signs, the numbers and the way to say "worse", in both parts', () => {
    for (const { id, view, html, text } of MAILS) {
      const below = inWords(html.slice(html.indexOf(RULE)));
      const { painRule, nextMorningRule, stopSigns } = view.body;
      const { numbers, links } = view.frame;
      for (const line of [...painRule, nextMorningRule, ...stopSigns, numbers.emergency]) {
        expect(below, id).toContain(line.replace(/\s+/g, ' '));
        expect(ascii(text), id).toContain(ascii(line));
      }
      expect(html.slice(html.indexOf(RULE)), id).toContain(`href="${links.worse}"`);
      expect(below, id).toContain('does not diagnose, treat or monitor');
    }
  });

  it('stand the reasons and the answer that found no room above: nothing is lost', () => {
    for (const { id, view, html } of MAILS) {
      const words = inWords(html);
      const { reasons, answered, kind } = view.body;
      for (const sentence of (reasons[0]?.long ?? '').split(/(?<=[.!?])\s+/))
        expect(words, id).toContain(sentence.replace(/\s+/g, ' '));
      if (kind === 'start')
        for (const { long } of reasons)
          for (const sentence of long.split(/(?<=[.!?])\s+/))
            expect(words, id).toContain(sentence.replace(/\s+/g, ' '));
      if (answered !== null) expect(words, id).toContain(answered);
    }
  });
});

describe('the written part', () => {
  it('has the cue of every exercise: who only replies can train by it', () => {
    for (const { id, view, text } of MAILS)
      for (const { moves } of view.body.glance.sessions)
        for (const { cue } of moves) expect(ascii(text), id).toContain(ascii(cue));
  });
});
