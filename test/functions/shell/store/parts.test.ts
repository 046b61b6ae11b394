/** A participant as three parts and as bytes: every persona's whole life, and texts nobody expected. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from '../../../../functions/shell/store/items/packed.ts';
import { decodeState, encodeState } from '../../../../functions/shell/store/items/state-items.ts';
import type { Person } from '../../../../program/participant/state.ts';
import { playedPersonas } from '../../../support/personas.ts';

const lives = (): readonly Person[] =>
  playedPersonas().flatMap(({ steps }) =>
    steps.flatMap(({ state }) => (state === null || state.status === 'erased' ? [] : [state])),
  );

describe('three items', () => {
  const states = lives();
  it('give the state back, and each stays at a kilobyte or little more', () => {
    const statuses = new Set<string>();
    for (const state of states) {
      statuses.add(state.status);
      const { head, others } = encodeState(state, 3, null);
      const read = decodeState([head, ...others]);
      expect(read === 'torn' ? read : read.loaded).toEqual({ participant: state, rev: 3 });
      for (const item of [head, ...others])
        expect(JSON.stringify(item).length - JSON.stringify(item['body']).length).toBeLessThan(220);
      for (const item of [head, ...others]) expect((item['body'] as Uint8Array).length).toBeLessThan(1_100);
    }
    expect([...statuses].sort()).toEqual(
      ['active', 'completed', 'confirmed', 'left', 'paused', 'stopped', 'unconfirmed'].filter((s) =>
        statuses.has(s),
      ),
    );
    expect(statuses.size).toBeGreaterThan(4);
  });

  it('what stays the same keeps its revision and is not written', () => {
    for (const state of states.slice(0, 200)) {
      const first = encodeState(state, 3, null);
      const next = encodeState({ ...state, counter: state.counter + 1 }, 4, first.lying);
      expect(next.others).toEqual([]);
      expect(next.gone).toEqual([]);
      expect(next.lying).toEqual({ ...first.lying, rev: 4 });
    }
  });

  it('of two revisions are none', () => {
    const [state] = states;
    if (state === undefined) throw new Error('nobody lives');
    const [old, now] = [encodeState(state, 3, null), encodeState({ ...state, country: 'NO' }, 4, null)];
    expect(decodeState([old.head, ...now.others])).toBe('torn');
    expect(decodeState([now.head, ...old.others])).toBe('torn');
    expect(decodeState([now.head])).toBe('torn');
  });
});

describe('packed', () => {
  it('comes back as it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const whole = Buffer.from(text, 'utf8').toString('utf8');
        expect(unpacked(packed(text))).toBe(whole);
      }),
    );
    expect(unpacked(packed('x'.repeat(900_000)))).toHaveLength(900_000);
  });
  it('is refused without a word of it when it is something else', () => {
    const bytes = packed('{"firstName":"Ioana"}');
    for (const broken of [
      new Uint8Array(),
      Buffer.from('Ioana'),
      bytes.slice(0, -2),
      packed('x'.repeat(8_000_001)),
    ])
      expect(() => unpacked(broken)).toThrow(/^a stored body cannot be unpacked$/);
  });
  it('can be read for ever: the text both sides know is the one of the first byte stored', () => {
    const stored = 'q8bXjIe2wlG9ZKqL5Al0b4GqZ9KKOpCO9PxEUMMkUQHc0s/ILy1OVaoFAA==';
    expect(unpacked(Buffer.from(stored, 'base64'))).toBe(
      '{"timeZone":"Europe/London","owed":[{"occasion":"w5-check-in","kind":"check-in"}],' +
        '"history":[{"outcome":"PROGRESS","rule":"AD-21"}],"goal":"a lighthouse"}',
    );
  });
});
