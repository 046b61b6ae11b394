import { describe, expect, test } from 'vitest';
import { FINDING_CODES, REASON_CODES, type ReasonCode } from '../../program/course/types.ts';
import { countryOf, findingWords, routeWords } from '../../program/curriculum/lookup.ts';
import { answerWords } from '../../program/curriculum/words.ts';
import type { Block } from '../../program/curriculum/words-schema.ts';
import { TRIAGE_ANSWERS } from '../../program/triage/rows.ts';
import type { Params } from '../../views/words/facts.ts';
import { whyOf } from '../../views/words/why.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { claimsIn, FORBIDDEN } from './claims.ts';
import { grade } from './reading-age.ts';

const curriculum = theCurriculum();
const textOf = (blocks: readonly Block[]): string =>
  blocks.map((b) => (b.kind === 'paragraph' ? b.text : b.items.map((i) => `${i}.`).join('\n'))).join('\n');
const count = (text: string): number => text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;

/** Every string of the curriculum with its path. */
function strings(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => strings(v, `${path}.${key}`));
}

describe('lessons', () => {
  test('there are 24, two for each of twelve weeks', () => {
    expect(curriculum.lessons.map((l) => l.id)).toEqual(
      Array.from({ length: 24 }, (_, i) => `LES-${String(i + 1).padStart(2, '0')}`),
    );
    expect(curriculum.lessons.map((l) => [l.week, l.slot])).toEqual(
      Array.from({ length: 24 }, (_, i) => [Math.floor(i / 2) + 1, (i % 2) + 1]),
    );
  });

  test('every subject is its own, and shows nothing of the body on a lock screen', () => {
    const subjects = curriculum.lessons.map((l) => l.subject.toLowerCase());
    expect(new Set(subjects).size).toBe(subjects.length);
    const telling =
      /pain|sore|hurt|injur|strain|tendon|calf|calves|achilles|\bleg|clot|doctor|physio|swell|symptom/;
    expect(subjects.filter((subject) => telling.test(subject))).toEqual([]);
  });

  test.each(curriculum.lessons.map((l) => [l.id, l] as const))(
    '%s: lengths, reading age, sources',
    (_, l) => {
      const body = textOf([...l.body, ...l.painkiller]);
      expect(count(body)).toBeLessThanOrEqual(250);
      expect(count(body)).toBeGreaterThan(120);
      expect(count(l.brief)).toBeLessThanOrEqual(120);
      expect(grade(body), 'grade of the lesson').toBeLessThanOrEqual(9);
      expect(grade(l.brief), 'grade of the short form').toBeLessThanOrEqual(9);
      expect(l.sources.length).toBeGreaterThan(0);
    },
  );

  test('each carries what docs/clinical-rules.md §9.9 says it must', () => {
    const must = Object.fromEntries(
      curriculum.lessons.map((l) => [l.id, l.mustCarry.map((s) => Number(s.slice(2)))]),
    );
    const range = (from: number, to: number): readonly number[] =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i);
    expect(must).toEqual({
      'LES-01': range(1, 5),
      'LES-02': [20, ...range(34, 38)],
      'LES-03': [18, 19, 21, 22, 23],
      'LES-04': range(24, 29),
      'LES-05': [12, 13, 14, 23],
      'LES-06': [10, 11, 12],
      'LES-07': [62, 63, 64],
      'LES-08': range(52, 57),
      'LES-09': [40, 41],
      'LES-10': [15, 16, 50, 51],
      'LES-11': [31],
      'LES-12': [5, 6, 7],
      'LES-13': [42, 43],
      'LES-14': [44, 45, 72],
      'LES-15': [],
      'LES-16': [51],
      'LES-17': [16, 49],
      'LES-18': [46, 47, 48],
      'LES-19': [17, 71],
      'LES-20': [8, 9, 76],
      'LES-21': [10, 11, 12],
      'LES-22': [30, 31, 32, 33, 59, 82],
      'LES-23': [39],
      'LES-24': [51, 55],
    });
  });

  test('the numbers of the article stand where they belong', () => {
    const lesson = (n: number): string => {
      const l = curriculum.lessons[n - 1];
      return `${l?.brief}\n${textOf([...(l?.body ?? []), ...(l?.painkiller ?? [])])}`;
    };
    const expected: readonly (readonly [number, readonly RegExp[]])[] = [
      [3, [/couple of days off/]],
      [4, [/10 to 20 minutes/, /After a few days/]],
      [5, [/2 miles/, /5 miles/, /minute of walking, a minute of jogging/]],
      [6, [/40 miles/, /10 percent/]],
      [7, [/half or a full size up/]],
      [8, [/once or twice a week/, /daily if it helps/]],
      [9, [/5 to 10 minutes/]],
      [10, [/eight weeks/]],
      [13, [/once or twice a week/i]],
      [14, [/4 miles/]],
      [18, [/20 oz/, /two hours before/, /7 to 10 oz/, /every 10 to 20 minutes/, /thirst/]],
      [21, [/40 miles/]],
      [24, [/eight weeks/]],
    ];
    for (const [n, patterns] of expected) for (const p of patterns) expect(lesson(n), `LES-${n}`).toMatch(p);
  });

  test('somebody who waits for a clinician gets the four without loading only (docs/clinical-rules.md §6.4)', () => {
    expect(curriculum.lessons.filter((l) => l.loadFree).map((l) => l.id)).toEqual([
      'LES-01',
      'LES-02',
      'LES-03',
      'LES-12',
    ]);
  });

  test('painkillers stand in the gated part of LES-04 alone', () => {
    for (const l of curriculum.lessons) expect(l.painkiller.length > 0, l.id).toBe(l.id === 'LES-04');
    const open = curriculum.lessons.flatMap((l) => (l.id === 'LES-18' ? [] : [l.brief, textOf(l.body)]));
    for (const text of open) expect(text).not.toMatch(/ibuprofen|naproxen/i);
  });
});

describe('exercises', () => {
  test('all 28, with their variants', () => {
    const base = Object.keys(curriculum.exercises).filter((id) => /^EX-\d\d$/.test(id));
    expect(base).toEqual(Array.from({ length: 28 }, (_, i) => `EX-${String(i + 1).padStart(2, '0')}`));
    for (const id of ['EX-08s', 'EX-08h', 'EX-09s', 'EX-09h', 'EX-04h'])
      expect(curriculum.exercises).toHaveProperty(id);
  });

  test.each(Object.values(curriculum.exercises).map((e) => [e.id, e] as const))(
    '%s is a complete card',
    (_, e) => {
      expect(e.steps.length).toBeGreaterThanOrEqual(3);
      expect(e.steps.length).toBeLessThanOrEqual(5);
      expect(e.stopRule).toBe('Stop if pain goes over 5, or if you feel a sharp or sudden pain.');
      const all = [e.setUp, ...e.steps, e.cue, ...e.commonErrors, e.easier, e.harder].join('\n');
      expect(grade(all)).toBeLessThanOrEqual(9);
      // A card below LV5 never asks for a jump; its harder form may, and says so.
      const printed = [e.setUp, ...e.steps, e.cue, e.easier, ...(e.harderHops ? [] : [e.harder])].join(' ');
      if (!e.hop) expect(printed).not.toMatch(/\b(?:hop|jump|jumping|bounce lightly)\b/i);
      if (e.harderHops) expect(e.harderFromLevel).toBeGreaterThanOrEqual(5);
    },
  );
});

describe('words for every code', () => {
  const params = {
    ...{ avg: 3, prev: 1, worst: 4, done: 1, plan: 3 },
    ...{ missed: 3, minutes: 30, planned: 20, from: 'LV3', to: 'LV4' },
    ...{ level: 'LV4', stage: 'R3', needed: 2, weeks: 1, days: 5 },
    ...{ until: 14, fields: 'nextDay, redFlags', finding: 'TR-P1', which: 'walk-but-runs', sessions: 2 },
    ...{ week: 13, percent: 30, pain: 5, answers: 5, moved: 'both' },
    ...{ test: 'LV4', runTest: 'yes', painkillers: 'unsure', seenBy: 'physio', seenOn: '2026-03-08' },
    ...{ row: 'ST-6', reps: 6, walks: 'notRunning', emergency: '112', urgent: '116117' },
    ...{ on: '2026-03-08', sore: 19, other: 26, count: 19, now: 12 },
    ...{ allowed: 20, longest: 30 },
  };

  const said = (template: string, over: Params = {}): string | undefined =>
    whyOf(template, { ...params, ...over }, curriculum)?.text;
  /** Facts that only one rule has: the morning it read, what brought the plans back. */
  const FACTS: Partial<Record<ReasonCode, Params>> = {
    'AD-07': { nextDay: 'longer' },
    'AD-13': { nextDay: 'worse24' },
    relapse: { worst: 5 },
  };

  test.each(REASON_CODES)('reason %s', (code) => {
    const { short, long, again = long, sources } = curriculum.reasons[code];
    for (const template of [short, long, again]) {
      const words = said(template, FACTS[code]) ?? '';
      expect(words, template).not.toBe('');
      expect(words).not.toMatch(/[{}]|LV\d|\bR\d\b|nextDay|TR-|walk-but|\b2026-/);
      expect(words.split(/[.!?](?:\s|$)/).filter((s) => s.trim() !== '').length).toBeLessThanOrEqual(3);
    }
    expect((said(short) ?? '').length).toBeLessThanOrEqual(110);
    expect(sources.length).toBeGreaterThan(0);
  });

  test('a rise over a week is told as docs/clinical-rules.md §9.6 asks', () => {
    for (const code of ['AD-08', 'AD-14', 'AD-15'] as const) {
      const { long, again = '' } = curriculum.reasons[code];
      const first = said(long, { prev: 1, avg: 3 });
      expect(first).toContain('3 inside a session is fine');
      expect(first).toContain('Your whole week rising from 1 to 3 is a different signal, so we act early');
      const second = said(again, { prev: 1, avg: 3 });
      expect(second).toContain('Inside a session a 3 is fine');
      expect(second).toContain('A whole week that goes from 1 to 3 is a different signal');
    }
  });

  test('a run that was too long says what is counted, where walks stand between', () => {
    const { long } = curriculum.reasons['AD-18'];
    for (const stage of curriculum.stages) {
      const words = said(long, { minutes: stage.totalRunMinutes * 2 + 5, planned: stage.totalRunMinutes });
      expect(words?.includes('the walks between left out'), stage.stage).toBe(
        stage.totalRunMinutes > 0 && stage.walkMinutes > 0,
      );
    }
  });

  test('an incomplete answer names what is missing in plain words', () => {
    const { short, long } = curriculum.reasons.incomplete;
    expect(said(short)).toBe('We cannot move you up on one number.');
    expect(said(long, { fields: 'painWorst, redFlags', avg: 2 })).toContain(
      'Still missing: your worst pain, the list of stop signs.',
    );
  });

  test.each(FINDING_CODES)('finding %s', (code) => {
    const words = findingWords(curriculum, code);
    expect(words.doNow.length).toBeGreaterThan(10);
    expect(words.tell).toMatch(/\b(?:I|My|my|Neither|One leg|The skin|Calf pain|Both)\b/);
  });

  test('every answer that can stop has words, also with its value', () => {
    for (const answer of TRIAGE_ANSWERS) {
      const words = answerWords(curriculum, answer);
      expect(words, answer).not.toMatch(/[{}]/);
      expect(words, answer).not.toBe(curriculum.safety.answers.other);
    }
    expect(answerWords(curriculum, 'painWorst.8')).toBe('a worst pain of 8 out of 10');
    expect(answerWords(curriculum, 'longestRunMinutes.45')).toContain('45 minutes');
  });

  test('routes: an emergency says to call, and nothing leads back from it', () => {
    expect(routeWords(curriculum, 'emergency').headline).toContain('{emergency}');
    expect(routeWords(curriculum, 'emergency').back).toBeNull();
    for (const route of ['doctor', 'wait', 'physioFirst'] as const) {
      expect(routeWords(curriculum, route).back).not.toBeNull();
      expect(routeWords(curriculum, route).steps.join(' ')).toContain('{emergency}');
      expect(routeWords(curriculum, route).steps.join(' ')).toContain('{urgent}');
    }
  });

  test('countries: both routes for all of the list, and a default', () => {
    const listed = 'US CA GB IE AU NZ DE AT CH FR ES IT NL BE SE DK NO FI PL PT JP ZA IN SG BR MX'.split(' ');
    for (const code of listed) {
      expect(curriculum.safety.countries, code).toHaveProperty(code);
      const c = countryOf(curriculum, code.toLowerCase());
      expect(c.emergency).toMatch(/\d{3}/);
      expect(c.urgent).not.toBe(countryOf(curriculum, 'XX').urgent);
    }
    expect(countryOf(curriculum, 'US').emergency).toBe('911');
    expect(countryOf(curriculum, 'GB').emergency).toBe('999');
    expect(countryOf(curriculum, 'GB').urgent).toContain('111');
    expect(countryOf(curriculum, 'XX').emergency).toContain('112');
  });

  test('everything awaits clinical review, and the curriculum says so', () => {
    expect(curriculum.review).toEqual({ by: 'not yet reviewed', on: 'not yet reviewed', pending: true });
  });
});

describe('claims of docs/clinical-rules.md §10.1', () => {
  test('nothing in the whole curriculum makes one', () => {
    const all = strings(curriculum).filter(([path]) => !path.startsWith('.works'));
    expect(all.length).toBeGreaterThan(1000);
    expect(all.flatMap(([path, text]) => claimsIn(text).map((claim) => `${path}: ${claim}`))).toEqual([]);
  });

  test('canary: the linter sees each claim', () => {
    const canaries = [
      'Members have 68% less pain.',
      'You will have 2.4 times fewer injuries.',
      'This programme treats calf pain.',
      'It replaces your physio.',
      'Going a size up in your shoes fixes calf pain.',
      'Stretching prevents calf injury.',
      'Ice speeds healing.',
      'Drink more water and have fewer cramps; water prevents cramp.',
      'Adding 10 percent a week keeps you safe.',
      'Low drop is safer.',
      'We guarantee it.',
      'Take 400 mg.',
      'You have a strain.',
    ];
    expect(canaries.length).toBe(FORBIDDEN.length);
    canaries.forEach((text, i) => {
      expect(claimsIn(text), text).toContain(FORBIDDEN[i]?.claim);
    });
  });
});
