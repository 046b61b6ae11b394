/**
 * Requests that need a fresh proof of the address: who may ask, how often, and which link opens what,
 * whatever the order (docs/contract.md §2, `/fresh`).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshNumber, openFresh, recipientOf } from '../../../program/account/fresh-link.ts';
import { REQUESTS, type Requested } from '../../../program/answers/requests.ts';
import { apply } from '../../../program/decide.ts';
import { addMinutes, type Instant } from '../../../program/kernel/time.ts';
import { wakeAt } from '../../../program/mails/wake-at.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { Participant, Person } from '../../../program/participant/state.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';
import { given, run as runOn, signUp, written } from '../given.ts';
import { intakeArb, walk } from '../support/walk.ts';

const curriculum = theCurriculum();
const [intake] = fc.sample(intakeArb, { numRuns: 1, seed: 4 });
const NEW = 'new@example.org';

/** A life up to a confirmed address or further, then commands on it. */
function lifeOf(moves: Parameters<typeof walk>[2] = []) {
  const last = walk(curriculum, intake as NonNullable<typeof intake>, moves).at(-1);
  if (last === undefined) throw new Error('a walk has steps');
  return { state: last.after as Person, at: last.at };
}
/** A command on somebody who is a person before and after it. */
function run(
  state: Participant,
  command: Command,
): { readonly state: Person; readonly refusal: string | null } {
  const { state: after, refusal } = runOn(state, command);
  return { state: written(after) as Person, refusal };
}
const asking = (what: Requested, at: Instant): Command => ({
  type: 'RequestFresh',
  at,
  what,
  ...(what === 'address' ? { email: NEW } : {}),
});
/** Lets every mail that is due leave; gives who each went to. */
function mailed(state: Person, at: Instant): { readonly state: Person; readonly to: readonly string[] } {
  let now = state;
  const to: string[] = [];
  for (let i = 0; i < 20; i += 1) {
    const alarm = wakeAt(now);
    if (alarm === null || alarm > at) break;
    const woken = run(now, { type: 'Wake', at, owner: `w${i}` });
    const flight = woken.state.inflight[0];
    now = woken.state;
    if (flight === undefined) continue;
    to.push(recipientOf(now, flight));
    now = run(now, { type: 'RecordSent', at, occasion: flight.occasion }).state;
  }
  return { state: now, to };
}

describe('asking', () => {
  const OPEN = REQUESTS.filter((what) => what !== 'return');
  test.each(OPEN)('for %s opens a request for a quarter of an hour, to the minute', (what) => {
    const { state, at } = lifeOf();
    const asked = run(state, asking(what, at)).state;
    expect(openFresh(asked, addMinutes(at, 14))?.what).toBe(what);
    expect(openFresh(asked, addMinutes(at, 15))).toBeNull();
    expect(mailed(asked, at).to).toEqual(['runner@example.org']);
  });
  test.each(OPEN)('for %s is refused to who has left, and to an address that is not confirmed', (what) => {
    const { state, at } = lifeOf();
    const left = run(state, { type: 'Unsubscribe', at }).state;
    expect(run(left, asking(what, at)).refusal).toBe('left');
    given(signUp({ at })).when(asking(what, at)).refused('not-confirmed');
  });

  test('never sends more than six a day out of one budget, nor two alike within ten minutes', () => {
    const step = fc.record({ what: fc.constantFrom(...OPEN), minutes: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let { state, at } = lifeOf();
        const sent: { readonly at: Instant; readonly what: Requested }[] = [];
        for (const { what, minutes } of steps) {
          at = addMinutes(at, minutes);
          const asked = run(state, asking(what, at));
          const { state: after, to } = mailed(asked.state, at);
          state = after;
          if (asked.refusal === null) for (const _ of to) sent.push({ at, what });
        }
        for (const one of sent) {
          const day = sent.filter((other) => other.at > addMinutes(one.at, -24 * 60) && other.at <= one.at);
          expect(day.filter(({ what }) => what !== 'erase').length).toBeLessThanOrEqual(6);
          // Erasure waits an hour at most, whatever was asked before.
          expect(day.filter(({ what }) => what === 'erase').length).toBeLessThanOrEqual(6 + 24);
        }
        for (const [i, one] of sent.entries()) {
          const before = sent[i - 1];
          if (before?.what === one.what) expect(one.at >= addMinutes(before.at, 10)).toBe(true);
        }
      }),
      { numRuns: cases(40) },
    );
  });

  test('for erasure waits an hour at most, and its link stands, whatever was asked on a page', () => {
    const step = fc.record({ what: fc.constantFrom(...OPEN), minutes: fc.integer({ min: 0, max: 30 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), step, (steps, after) => {
        let { state, at } = lifeOf();
        for (const { what, minutes } of steps) {
          at = addMinutes(at, minutes);
          state = mailed(run(state, asking(what, at)).state, at).state;
        }
        const later = run(state, asking('erase', addMinutes(at, 60)));
        expect(later.refusal).toBeNull();
        const then = addMinutes(at, 60 + Math.min(after.minutes, 14));
        const open = openFresh(run(later.state, asking(after.what, then)).state, then);
        expect(open?.what).toBe('erase');
      }),
      { numRuns: cases(60) },
    );
  });

  test('in a proved reply has budgets of its own, and no page replaces what it asked for', () => {
    const { state, at } = lifeOf();
    let used = state;
    for (let n = 0; n < 60; n += 1)
      used = run(used, asking(n % 2 === 0 ? 'erase' : 'history', addMinutes(at, n * 11))).state;
    const now = addMinutes(at, 60 * 11);
    const proved = run(used, { type: 'RequestFresh', at: now, what: 'export', proved: true });
    expect([proved.refusal, proved.state.fresh?.what]).toEqual([null, 'export']);
    for (const what of OPEN)
      expect(run(proved.state, asking(what, addMinutes(now, 5))).refusal).toBe('too-many-requests');
  });

  test('for new links has a budget of its own', () => {
    const { state, at } = lifeOf();
    let used = state;
    for (let n = 0; n < 30; n += 1)
      used = run(used, asking(n % 2 === 0 ? 'export' : 'history', addMinutes(at, n * 5))).state;
    expect(run(used, { type: 'RenewLinks', at: addMinutes(at, 151) }).refusal).toBeNull();
  });

  test('again is a new number, so that no link of an earlier mail opens it', () => {
    const { state, at } = lifeOf();
    const first = run(state, asking('erase', at)).state;
    const second = run(first, asking('erase', addMinutes(at, 11))).state;
    expect(first.fresh?.n).not.toBe(second.fresh?.n);
  });
  test('numbers fit into the one byte of a link, and none is nought', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (counter) => freshNumber(counter) >= 1 && freshNumber(counter) <= 255),
    );
  });

  test('for something else before the mail has left sends the newer link alone', () => {
    const { state, at } = lifeOf();
    const twice = run(run(state, asking('history', at)).state, asking('erase', at)).state;
    expect(twice.owed.filter((m) => m.kind === 'fresh')).toHaveLength(1);
    expect(mailed(twice, at).to).toHaveLength(1);
  });
  test('and mailed too late is not mailed: a dead link is worth nothing', () => {
    const { state, at } = lifeOf();
    expect(mailed(run(state, asking('history', at)).state, addMinutes(at, 16)).to).toEqual([]);
  });
});

describe('another address', () => {
  const asked = () => {
    const { state, at } = lifeOf();
    return { at, state: mailed(run(state, asking('address', at)).state, at).state };
  };
  test('changes with the second word alone, within its quarter of an hour, and raises the epoch of all links', () => {
    const { state, at } = asked();
    expect(run(state, { type: 'ChangeAddress', at }).refusal).toBe('expired');
    const wished = mailed(run(state, { type: 'WishAddress', at, askNew: true }).state, at);
    expect(wished.to).toEqual([NEW]);
    expect(run(wished.state, { type: 'ChangeAddress', at: addMinutes(at, 15) }).refusal).toBe('expired');
    const changed = run(wished.state, { type: 'ChangeAddress', at: addMinutes(at, 14) }).state;
    expect([changed.email, changed.tokenEpoch, changed.fresh]).toEqual([NEW, state.tokenEpoch + 1, null]);
    expect(mailed(changed, addMinutes(at, 14)).to).toEqual([NEW]);
    expect(run(changed, { type: 'ChangeAddress', at: addMinutes(at, 14) }).refusal).toBe('expired');
  });
  test('that cannot be used is not written to, and nothing else tells', () => {
    const { state, at } = asked();
    const silent = run(state, { type: 'WishAddress', at, askNew: false }).state;
    const open = run(state, { type: 'WishAddress', at, askNew: true }).state;
    expect(mailed(silent, at).to).toEqual([]);
    expect({ ...silent, owed: [], counter: 0 }).toEqual({ ...open, owed: [], counter: 0 });
  });
  test('agreed to twice asks the new one once', () => {
    const { state, at } = asked();
    const once = run(state, { type: 'WishAddress', at, askNew: true }).state;
    expect(run(once, { type: 'WishAddress', at, askNew: true }).state).toEqual(once);
  });
});

test('an erasure leaves nothing but the id, in every status', () => {
  fc.assert(
    fc.property(intakeArb, (given) => {
      const last = walk(curriculum, given, []).at(-1)?.after as Person;
      expect(apply(last, { events: [{ type: 'Erased', at: '2026-06-01T00:00:00.000Z' }] })).toEqual({
        status: 'erased',
        id: last.id,
      });
    }),
    { numRuns: cases(20) },
  );
});
