/**
 * Virtual time: a heap of things to come, run one after another, and the hash of everything that was told on
 * the way.
 */
import { createHash } from 'node:crypto';
import type { Random } from './random.ts';

export type Happening = () => void | Promise<void>;
interface Entry {
  readonly at: number;
  readonly tie: number;
  readonly seq: number;
  readonly run: Happening;
}

export interface Timeline {
  /** Milliseconds since 1970. */
  now(): number;
  /** The instant as the programme knows it. */
  instant(): string;
  /** At an instant, or now when that is past. Of one instant the order is drawn. */
  at(ms: number, run: Happening): void;
  after(ms: number, run: Happening): void;
  /** Runs everything up to and including an instant; the clock stands there afterwards. */
  runUntil(ms: number): Promise<void>;
  /** A line of the trace; the newest are kept, all of them are hashed. */
  tell(line: string): void;
  trace(): readonly string[];
  hash(): string;
}

const KEPT_LINES = 4_000;
const before = (a: Entry, b: Entry): boolean =>
  a.at !== b.at ? a.at < b.at : a.tie !== b.tie ? a.tie < b.tie : a.seq < b.seq;

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up] as Entry;
    if (!before(entry, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const least = right < heap.length && before(heap[right] as Entry, heap[left] as Entry) ? right : left;
    if (!before(heap[least] as Entry, last)) break;
    heap[at] = heap[least] as Entry;
    at = least;
  }
  heap[at] = last;
  return first;
}

/** A timeline that begins at `begins` (milliseconds). */
export function makeTimeline(begins: number, random: Random): Timeline {
  const heap: Entry[] = [];
  const lines: string[] = [];
  const digest = createHash('sha256');
  let now = begins;
  let seq = 0;
  let pending = '';
  const at = (ms: number, run: Happening): void => {
    seq += 1;
    push(heap, { at: Math.max(now, Math.round(ms)), tie: random.next(), seq, run });
  };
  const flush = (): void => {
    digest.update(pending);
    pending = '';
  };
  return {
    now: () => now,
    instant: () => new Date(now).toISOString(),
    at,
    after: (ms, run) => at(now + ms, run),
    runUntil: async (ms) => {
      for (;;) {
        const next = heap[0];
        if (next === undefined || next.at > ms) break;
        pop(heap);
        now = next.at;
        await next.run();
      }
      now = Math.max(now, ms);
    },
    tell: (line) => {
      const stamped = `${now} ${line}`;
      pending += `${stamped}\n`;
      if (pending.length > 65_536) flush();
      lines.push(stamped);
      if (lines.length > 2 * KEPT_LINES) lines.splice(0, KEPT_LINES);
    },
    trace: () => lines,
    hash: () => {
      flush();
      return digest.copy().digest('hex').slice(0, 32);
    },
  };
}
