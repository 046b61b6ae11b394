/** Faults of the world that the bench can switch on (docs/contract.md §4). */
import { ask } from './api.ts';

interface Fault {
  readonly name: string;
  readonly label: string;
  /** The first one is how it is without a fault. */
  readonly options: readonly string[];
  readonly set: (chosen: string) => Promise<unknown>;
}

const MODES = ['ok', 'throttle', 'fail', 'ambiguous-accepted', 'ambiguous-lost', 'suppress'];

export const FAULTS: readonly Fault[] = [
  { name: 'mail provider', label: 'mail provider', options: MODES, set: (mode) => ask('ses', { mode }) },
  {
    name: 'kill switch',
    label: 'kill switch',
    options: ['on', 'safety-only', 'off'],
    set: (mode) => ask('switch', { mode }),
  },
];
