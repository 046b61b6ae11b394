/**
 * Which days a week trains on before anybody moves anything: run and strength the same day, the next day free,
 * evenly over the week (docs/clinical-rules.md §12 A26). Where the days do not suffice strength is dropped
 * first.
 */
import { bit, brokenRule, countDays, type Days, daysIn, type Needs } from './rules.ts';

/** `count` days spread evenly over `days`, from the first on. */
export const evenly = (count: number, days: number): number => {
  const fits = Math.min(count, days);
  return Array.from({ length: fits }, (_, i) => bit(Math.floor((i * days) / fits))).reduce(
    (all, one) => all | one,
    0,
  );
};

/** Walks lie on strength days as far as they go: a free day stays free. */
function usual({ days, runs, strength, walks }: Needs): Days {
  const lifts = evenly(strength, days);
  if (!walks || runs > strength) return { run: evenly(runs, days), strength: lifts };
  const on = daysIn(lifts);
  const picked = Array.from({ length: Math.min(runs, on.length) }, (_, i) =>
    bit(on[Math.floor((i * on.length) / runs)] ?? 0),
  );
  return { run: picked.reduce((all, one) => all | one, 0), strength: lifts };
}

/** All sets of `count` of the days that are open. */
function choices(open: readonly number[], count: number): readonly number[] {
  if (count === 0) return [0];
  return open.flatMap((day, i) => choices(open.slice(i + 1), count - 1).map((rest) => rest | bit(day)));
}

/** How far the days of one kind lie from an even spread. */
function distance(days: number, wanted: number): number {
  const [a, b] = [daysIn(days), daysIn(wanted)];
  return a.reduce((sum, day, i) => sum + Math.abs(day - (b[i] ?? day)), 0);
}
const cost = (found: Days, needs: Needs): number =>
  100 * countDays(found.run | found.strength) +
  distance(found.run, evenly(countDays(found.run), needs.days)) +
  distance(found.strength, evenly(countDays(found.strength), needs.days));

const openDays = (days: number, closed: number): readonly number[] =>
  Array.from({ length: days }, (_, day) => day).filter((day) => (bit(day) & closed) === 0);

/** As many runs as go, then as much strength as goes with them; of all of these the calmest week. */
function searched(needs: Needs): Days {
  const openRun = openDays(needs.days, needs.noRun);
  const openStrength = openDays(needs.days, needs.noStrength);
  for (let runs = Math.min(needs.runs, openRun.length); runs >= 0; runs -= 1) {
    const legal = choices(openRun, runs).filter((run) => brokenRule({ run, strength: 0 }, needs) === null);
    for (
      let lifts = Math.min(needs.strength, openStrength.length);
      lifts >= 0 && legal.length > 0;
      lifts -= 1
    ) {
      const best = choices(openStrength, lifts)
        .flatMap((strength) => legal.map((run) => ({ run, strength })))
        .filter((found) => brokenRule(found, needs) === null)
        .map((found) => ({ found, worth: cost(found, needs) }))
        .sort((a, b) => a.worth - b.worth)[0];
      if (best !== undefined) return best.found;
    }
  }
  return { run: 0, strength: 0 };
}

/** The days of a week that breaks no rule. Pure: the same needs, the same days. */
export function placeDays(needs: Needs): Days {
  const first = usual(needs);
  const whole = countDays(first.run) === needs.runs && countDays(first.strength) === needs.strength;
  return whole && brokenRule(first, needs) === null ? first : searched(needs);
}
