/** Parts of the machinery that can be down until they are said to be well again (docs/contract.md §4). */
export const PARTS = ['queue', 'store'] as const;
export type Part = (typeof PARTS)[number];
export const PART_STATES = ['ok', 'down'] as const;
export type PartState = (typeof PART_STATES)[number];

export interface Faults {
  set(part: Part, state: PartState): void;
  all(): Readonly<Record<Part, PartState>>;
  isAny(): boolean;
  clear(): void;
}

/** `take` takes a part down or up. */
export function makeFaults(take: Readonly<Record<Part, (down: boolean) => void>>): Faults {
  const states: Record<Part, PartState> = { queue: 'ok', store: 'ok' };
  const set = (part: Part, state: PartState): void => {
    take[part](state === 'down');
    states[part] = state;
  };
  return {
    set,
    all: () => ({ ...states }),
    isAny: () => PARTS.some((part) => states[part] === 'down'),
    clear: () => {
      for (const part of PARTS) set(part, 'ok');
    },
  };
}
