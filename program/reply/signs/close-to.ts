/**
 * Whether one word is a slip of the pen of another: letters left out, doubled, wrong, or two neighbours
 * changed over.
 */

const LONG = 8;
const SHORTEST = 4;

/**
 * Edit distance with neighbours changed over counted as one (optimal string alignment), not followed beyond
 * `most`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const swapped = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('') && distance(a, b, 1) === 1;

/**
 * People get the first letter right, or change it over with the second. Three-letter words must have all
 * their letters, doubled at most.
 */
export function isSlipOf(typed: string, word: string): boolean {
  const sameStart = typed[0] === word[0] || (typed[0] === word[1] && typed[1] === word[0]);
  if (!sameStart) return false;
  if (word.length < SHORTEST) return swapped(typed, word) || typed.replace(/(.)\1/g, '$1') === word;
  const most = word.length >= LONG ? 2 : 1;
  return distance(typed, word, most) <= most;
}
