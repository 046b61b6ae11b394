/** An account in memory, and a clock that moves only when somebody sleeps. */
import type { Cloud, Released } from '../../../tools/stage/cloud.ts';
import type { Time } from '../../../tools/stage/deploy-stage.ts';
import type { DnsRecord } from '../../../tools/stage/dns-table.ts';

export interface FakeAccount {
  readonly statuses: Record<string, string | null>;
  readonly outputs: Record<string, Readonly<Record<string, string>>>;
  pending: DnsRecord | null;
  active: string | null;
  released: readonly Released[];
  readonly moved: string[];
}

export const account = (with_: Partial<FakeAccount> = {}): FakeAccount => ({
  statuses: {},
  outputs: {},
  pending: null,
  active: null,
  released: [],
  moved: [],
  ...with_,
});

export const cloudOf = (fake: FakeAccount): Cloud => ({
  stackStatus: (stack) => Promise.resolve(fake.statuses[stack] ?? null),
  outputs: (stack) => Promise.resolve(fake.outputs[stack] ?? {}),
  pendingRecord: () => Promise.resolve(fake.pending),
  activeRuleSet: () => Promise.resolve(fake.active),
  setActiveRuleSet: (name) => {
    fake.active = name;
    return Promise.resolve();
  },
  released: () => Promise.resolve(fake.released),
  setLive: (name, version) => {
    fake.moved.push(`${name} ${version}`);
    return Promise.resolve();
  },
});

/** `onSleep` is told the minutes that have passed. */
export function countedTime(onSleep: (minutes: number) => void = () => undefined): Time {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
      onSleep(now / 60_000);
      // Whoever waits beside us comes first.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
