/** The cards of the questions: a mistake in one fails the build, with its file and what to do. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCurriculum } from '../../../tools/build/curriculum/curriculum.ts';
import { faqAnswers } from '../../../views/words/faq.ts';
import { questionsPage } from '../../../web/pages/public/questions.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { FRAME } from '../../web/page-examples.ts';

const curriculum = theCurriculum();
let dir = '';
beforeEach(() => {
  dir = path.join(mkdtempSync(path.join(tmpdir(), 'faq-')), 'curriculum');
  cpSync('curriculum', dir, { recursive: true });
});
afterEach(() => {
  rmSync(path.dirname(dir), { recursive: true, force: true });
});

function mistakes(card: string, from: string | RegExp, to: string): string {
  const file = path.join(dir, 'en/faq', `${card}.yaml`);
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(from, to);
  expect(edited, 'the edit changes something').not.toBe(text);
  writeFileSync(file, edited);
  try {
    loadCurriculum(dir);
    return '';
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

describe('a card that would do harm does not build', () => {
  test.each<[name: string, card: string, from: string | RegExp, to: string, said: string]>([
    ['a number without its source', 'FAQ-05', / {4}sources: .*\n/, '', 'a source for what it says'],
    ['a source that is not there', 'FAQ-05', 'LES-03', 'LES-77', 'a known source'],
    [
      'a word of the body on a card that may stand beside a number',
      'FAQ-05',
      'swimming ok',
      'swimming with a sore calf',
      '`holds: true` for "sore"',
    ],
    ['a question of two cards', 'FAQ-18', 'treadmill ok', 'swimming ok', 'FAQ-05'],
    [
      'a figure that might be the answer',
      'FAQ-03',
      'i am (going away',
      '# i am (going away',
      'no figure at an end',
    ],
    [
      'a form that can never be met',
      'FAQ-05',
      'swimming ok',
      'swimming please',
      'a clause in its normal form',
    ],
    ['brackets left open', 'FAQ-05', '(swimming|swimming ok', 'swimming|swimming ok', 'brackets in pairs'],
    ['a lesson that is not there', 'FAQ-05', 'page: LES-13', 'page: LES-99', 'a lesson that exists'],
    ['the id of another card', 'FAQ-05', 'id: FAQ-05', 'id: FAQ-15', 'the id of the file'],
  ])('%s', (_, card, from, to, said) => {
    const found = mistakes(card, from, to);
    expect(found).toContain(`curriculum/en/faq/${card}.yaml`);
    expect(found).toContain(said);
  });

  test('canary: the cards as they are build', () => {
    expect(loadCurriculum(dir).faq).toHaveLength(curriculum.faq.length);
  });
});

describe('the page of the questions', () => {
  const page = questionsPage(FRAME, faqAnswers(curriculum));

  test('has twenty cards and more, each with its title, its whole answer and a way on', () => {
    expect(curriculum.faq.length).toBeGreaterThanOrEqual(20);
    for (const { id, title, answer } of curriculum.faq) {
      expect(page).toContain(`<h2 id="${id}">${title}</h2>`);
      for (const { text } of answer) expect(page).toContain(`<p>${text}</p>`);
    }
    expect(page.split('<p class="small">')).toHaveLength(curriculum.faq.length + 1);
  });

  test('names the stop signs before any answer', () => {
    const first = page.indexOf('Stop signs come first');
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(page.indexOf('<h2 id="FAQ'));
  });

  test('"is this normal" has no yes', () => {
    const card = curriculum.faq.find(({ title }) => title === 'Is this normal?');
    const said = card?.answer.map(({ text }) => text).join(' ') ?? '';
    expect(said).toMatch(/^We cannot tell from here/);
    expect(said).toMatch(/list of stop signs/);
    expect(said).toMatch(/If none is true, your numbers decide/);
    expect(said).not.toMatch(/\b(?:yes|normal|usual|fine|safe|nothing)\b/i);
  });
});
