/**
 * What happens to each call of a port: by the plan, by chance, and by somebody who acts between a read and a
 * write.
 */
import type { Commit, OutgoingMail } from '../../functions/shell/ports.ts';
import { type FaultPlan, inside, windowAt } from './plan.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';
import type { PortCall, Trouble } from './worker.ts';

export interface Weather {
  troubleAt(call: PortCall, fn: string): Trouble | null;
  /** Is the mail of the first person one that cannot be rendered just now? */
  mailPoisoned(id: string): boolean;
  quiet(): void;
  isQuiet(): boolean;
}
export interface WeatherOptions {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly faults: FaultPlan;
  readonly begins: number;
  readonly isFirst: (id: string) => boolean;
  /** What the person of an id would suddenly do. */
  readonly suddenly: (id: string) => (() => Promise<void>) | null;
}
const MINUTE = 60_000;
const UNDONE: Trouble = { fails: 'undone' };

const isAbout = ({ given }: PortCall, command: string | undefined): boolean =>
  command === undefined || (given[0] as Partial<Commit> | undefined)?.command?.type === command;

export function makeWeather({
  timeline,
  random,
  faults,
  begins,
  isFirst,
  suddenly,
}: WeatherOptions): Weather {
  let over = false;
  const since = (): number => timeline.now() - begins;

  function planned(call: PortCall, fn: string): Trouble | null {
    if (call.port === 'queue' && windowAt(faults.queueDown, since()) !== undefined) return UNDONE;
    if (call.port === 'store' && windowAt(faults.storeDown, since()) !== undefined) return UNDONE;
    const planted = windowAt(
      faults.planted.filter((p) => p.fn === fn && p.call === call.name && isAbout(call, p.command)),
      since(),
    );
    if (planted !== undefined) return planted.trouble;
    const window = faults.poisonState;
    const unreadable = window !== null && call.name === 'load' && inside(window, since());
    return unreadable && isFirst(String(call.given[0])) ? UNDONE : null;
  }
  /** Just after a read of somebody, or just after the provider took their mail, the same person acts. */
  function conflict(call: PortCall): Trouble | null {
    if ((call.name !== 'load' && call.port !== 'mailer') || !random.chance(faults.conflict)) return null;
    const tag = call.port === 'mailer' ? ((call.given[0] as OutgoingMail).tags['dispatch'] ?? '') : '';
    const act = suddenly(call.port === 'mailer' ? (tag.split('_')[0] ?? '') : String(call.given[0]));
    if (act === null) return null;
    timeline.after(random.between(1, 60), act);
    return { after: random.between(70, 400) };
  }
  function chance(call: PortCall): Trouble | null {
    if (random.chance(faults.crash)) return random.chance(0.5) ? { before: 'die' } : { after: 'die' };
    if (random.chance(faults.stall)) {
      const long = random.chance(0.1);
      const ms = long ? random.between(MINUTE, 150 * MINUTE) : random.between(5, 20_000);
      return random.chance(0.5) ? { before: ms } : { after: ms };
    }
    if (call.port === 'mailer' && faults.latency > 0) return { after: faults.latency };
    if (call.port === 'mailer' || !random.chance(faults.error)) return null;
    return { fails: random.chance(0.5) ? 'done' : 'undone' };
  }
  return {
    troubleAt: (call, fn) => (over ? null : (planned(call, fn) ?? conflict(call) ?? chance(call))),
    mailPoisoned: (id) =>
      !over && faults.poisonMail !== null && inside(faults.poisonMail, since()) && isFirst(id),
    quiet: () => {
      over = true;
    },
    isQuiet: () => over,
  };
}
