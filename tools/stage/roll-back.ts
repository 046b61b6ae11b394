/** Back to the release before: the alias `live` of every function that the last release changed. */
import type { Cloud, Released } from './cloud.ts';

/** Functions of one release are published within this time of each other. */
const ONE_RELEASE_MS = 30 * 60_000;

export interface Step {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What would be moved. A function that the last release left alone stays where it is, and so does one that
 * has no earlier version.
 */
export function stepsBack(all: readonly Released[]): readonly Step[] {
  const liveAt = ({ live, versions }: Released): number =>
    Date.parse(versions.find(({ version }) => version === live)?.at ?? '') || 0;
  const last = Math.max(0, ...all.map(liveAt));
  return all.flatMap((one) => {
    const before = one.versions.filter(({ version }) => version < one.live).at(-1);
    return before === undefined || liveAt(one) < last - ONE_RELEASE_MS
      ? []
      : [{ name: one.name, from: one.live, to: before.version }];
  });
}

export async function rollBack(cloud: Cloud, steps: readonly Step[]): Promise<void> {
  for (const { name, to } of steps) await cloud.setLive(name, to);
}
