/**
 * The trace of the source article: 82 of 82, every place really holds it, and the lookup would notice if it
 * did not.
 */
import { describe, expect, test } from 'vitest';
import {
  ITEMS,
  missingAt,
  readTrace,
  traceDocument,
  traceMistakes,
  worldOf,
} from '../../tools/build/docs/trace.ts';
import type { Place, Trace } from '../../tools/build/docs/trace-schema.ts';
import { ROOT } from '../../tools/quality/guards/tree.ts';
import { theCurriculum } from '../support/curriculum.ts';

const trace = readTrace(ROOT);
const world = worldOf(theCurriculum());

describe('the trace', () => {
  test('holds 82 of 82 items, and nothing dangles', () => {
    expect(traceMistakes(trace, world)).toEqual([]);
    expect(Object.keys(trace)).toEqual(ITEMS);
    expect(ITEMS).toHaveLength(82);
    expect(traceDocument(trace, world)).toContain('82 of 82 items have a place');
  });

  test('calls few items context, and gives the reason', () => {
    const context = Object.entries(trace).filter(([, { at }]) => at.every((place) => 'context' in place));
    expect(context.map(([item]) => item)).toEqual(['S-60', 'S-67', 'S-68']);
  });

  /** The numbers of the article: where its index says a number belongs, a checked place carries it. */
  test.each<[item: string, number: RegExp]>([
    ['S-10', /40 miles/],
    ['S-12', /2 miles \(3 km\) a day.*5 miles/],
    ['S-14', /minute of walking, a minute of jogging/],
    ['S-22', /a couple of days off/],
    ['S-25', /10 to 20 minutes at a time/],
    ['S-26', /a few days/],
    ['S-41', /5 to 10 minutes/],
    ['S-42', /once or twice a week/],
    ['S-44', /4 miles/],
    ['S-47', /20 oz .*two hours before/],
    ['S-48', /7 to 10 oz .*every 10 to 20 minutes/],
    ['S-51', /eight weeks/],
    ['S-57', /once or twice a week.*daily/],
    ['S-64', /half or a full size/],
  ])('%s carries its number %s', (item, number) => {
    const places = trace[item]!.at;
    expect(places.some((place) => 'lesson' in place && number.test(place.has.join(' ')))).toBe(true);
    expect(places.flatMap((place) => missingAt(item, place, world))).toEqual([]);
  });

  test('numbers that are only told, never taught, stand with the item', () => {
    for (const [item, number] of [
      ['S-60', '68 percent'],
      ['S-67', '$0'],
      ['S-68', '1,700'],
      ['S-74', '9 years'],
    ] as const)
      expect(trace[item]!.item).toContain(number);
  });
});

describe('canary: a mistake would be named', () => {
  const without = (item: string): Trace =>
    Object.fromEntries(Object.entries(trace).filter(([id]) => id !== item));
  const lesson = (id: string, change: (text: string) => string): typeof world => ({
    ...world,
    curriculum: {
      ...world.curriculum,
      lessons: world.curriculum.lessons.map((l) =>
        l.id === id
          ? {
              ...l,
              brief: change(l.brief),
              body: l.body.map((b) =>
                b.kind === 'paragraph'
                  ? { ...b, text: change(b.text) }
                  : { ...b, items: b.items.map(change) },
              ),
            }
          : l,
      ),
    },
  });

  test('an item without a place, and an item nobody knows', () => {
    expect(traceMistakes(without('S-44'), world)).toContain('S-44 has no place');
    expect(traceMistakes({ ...trace, 'S-99': { item: 'x', at: [{ rule: 'AD-01' }] } }, world)).toEqual([
      'S-99 is no item of the article',
    ]);
    expect(() => traceDocument(without('S-44'), world)).toThrow('S-44 has no place');
  });
  test('a lesson that lost its number', () => {
    expect(
      traceMistakes(
        trace,
        lesson('LES-18', (text) => text.replaceAll('20 oz', 'some')),
      ),
    ).toEqual(['S-47: lesson LES-18 lacks the words “about 20 oz (600 ml) of water two hours before a run”']);
  });
  test('a lesson item that the trace forgot', () => {
    const cut: Trace = { ...trace, 'S-44': { item: 'x', at: [{ form: 'running', field: 'sitsLong' }] } };
    expect(traceMistakes(cut, world)).toEqual([
      'LES-14 must carry S-44, but the trace does not say by which words',
    ]);
  });
  test.each<[string, Place]>([
    ['a lesson that does not exist', { lesson: 'LES-99', has: ['calf'] }],
    ['a lesson that does not list it', { lesson: 'LES-02', has: ['calf'] }],
    ['an exercise that does not name it', { exercise: 'EX-01' }],
    ['a question that does not exist', { form: 'intake', field: 'shoeSize' }],
    ['an option that does not exist', { form: 'intake', field: 'hurtsWhen', options: ['sleeping'] }],
    ['an option of another question', { form: 'check-in', field: 'painkillers', options: ['running'] }],
    ['a rule', { rule: 'AD-99' }],
    ['a modifier', { modifier: 'MD-9' }],
    ['a triage code', { triage: 'TR-Z1' }],
    ['a shoe rule', { shoe: 'SH-99' }],
    ['another number', { data: 'cautionMilesPerWeek', is: 41 }],
    ['a path that leads nowhere', { data: 'levels.9.level', is: 9 }],
    ['a message', { message: 'iceAndHeat', has: ['40 minutes'] }],
    ['a page', { page: 'prices', has: ['price'] }],
    ['words that are not on the page', { page: 'landing', has: ['guaranteed'] }],
    ['words that one mail lacks', { mail: 'every', has: ['Chest pain'] }],
    ['a work', { source: 'Nobody2020' }],
    ['a work that does not name it', { source: 'Taddei2020' }],
  ])('%s', (_, place) => {
    expect(missingAt('S-01', place, world).length).toBeGreaterThan(0);
  });
});
