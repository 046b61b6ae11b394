/** The launch kit of a stage: whom it names, what it never says, and a code that leads to the form. */
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../../tools/coach/cohort/figures.ts';
import { kitOf } from '../../../tools/kit/kit.ts';
import { checkWording } from '../../../tools/quality/guards/wording.ts';
import { exampleSettings } from '../../infra/synthesised.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { visible } from '../../wording/texts.ts';

const NO_FIGURES: Figures = {
  at: '2026-05-01T06:00:00.000Z',
  people: { active: 25, paused: null, stopped: null, completed: 5, left: null },
  began: 40,
  painAtStart: { n: 40, mean: 4.2, low: 3.3, high: 5.1 },
  weeks: [
    {
      week: 1,
      answered: { n: 40, count: 35 },
      sessions: null,
      pain: { n: 35, mean: 3.6, low: 2.6, high: 4.6 },
    },
    { week: 2, answered: null, sessions: null, pain: null },
  ],
  responders: [{ week: 4, ofAll: { n: 20, count: 10 }, ofAnswers: null }],
  mails: { left: 300, medianLate: 0, worstOfTwenty: 1, overHalfAnHour: 0, triedAgain: null, givenUp: null },
};
const settings = {
  ...exampleSettings,
  clubName: 'Loop & "Sons"',
  contact: 'Ada <Runner>',
  referral: { name: 'Dr Bea Calf', phone: '01234 567890' },
};
const kit = kitOf(settings, theCurriculum(), NO_FIGURES);

describe('the kit', () => {
  it('has its files, and the month only where there are figures', () => {
    expect(Object.keys(kit)).toEqual([
      'poster.html',
      'newsletter.txt',
      'ses-request.txt',
      'committee.html',
      'month.txt',
    ]);
    expect(Object.keys(kitOf(settings, theCurriculum(), null))).not.toContain('month.txt');
  });

  it.each(Object.keys(kit))('%s says whose it is, and nothing that must not be said', (name) => {
    const text = name.endsWith('.html') ? visible(kit[name] ?? '') : (kit[name] ?? '');
    expect(text).toMatch(/Loop & "Sons"|Example Running Club/);
    expect(checkWording([{ where: name, text }]).findings).toEqual([]);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('writes names as text, never as markup', () => {
    for (const name of ['poster.html', 'committee.html']) {
      expect(kit[name]).toContain('Loop &amp; &quot;Sons&quot;');
      expect(kit[name]).toContain('Ada &lt;Runner&gt;');
      expect(kit[name]).not.toMatch(/<script|<Runner|src=|@import/);
    }
  });

  it('the code on the poster is that of the form, with room around it', () => {
    const { data, size } = encode('https://coach.example.org/signup', { ecc: 'Q', border: 4 });
    const [, path = ''] = /<path[^>]* d="([^"]*)"/.exec(kit['poster.html'] ?? '') ?? [];
    const scale = Number(/viewBox="0 0 (\d+)/.exec(kit['poster.html'] ?? '')?.[1]) / size;
    const drawn = new Set(
      [...path.matchAll(/M(\d+),(\d+)/g)].map(([, x, y]) => `${Number(x) / scale},${Number(y) / scale}`),
    );
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])));
    expect([...drawn].sort()).toEqual(dark.sort());
    expect(dark.every((at) => at.split(',').every((n) => Number(n) >= 4 && Number(n) < size - 4))).toBe(true);
  });

  it('the poster names every sign to see a doctor with today, as the pages do', () => {
    expect(visible(kit['poster.html'] ?? '')).toContain('See a doctor first, today');
    expect(kit['poster.html']?.match(/<li>/g)).toHaveLength(theCurriculum().safety.signs.today.length);
  });

  it('the request to SES holds the figures of the stage', () => {
    const request = kit['ses-request.txt'];
    expect(request).toContain('200 participants expected at most');
    expect(request).toContain('400 mails on one day, at most 14 a second');
    expect(request).toContain('region eu-west-1');
  });

  it('the month hides what the report hides', () => {
    expect(kit['month.txt']).toContain('Stopped for safety: too few to show');
    expect(kit['month.txt']).toContain('Who answered week 1: 88 percent of 40.');
    expect(kit['month.txt']).toContain('3.6 in week 1 (of the 35 who still answer; interval 2.6 to 4.6)');
    expect(kit['month.txt']).toContain('in week 4: 50 percent of 20.');
  });
});
