/** Faults of the world that the bench can switch on (docs/contract.md §4). */
import { ask } from './api.ts';

interface Fault {
  readonly name: string;
  readonly label: string;
  /** The first one is how it is without a fault. */
  readonly options: readonly string[];
  readonly set: (chosen: string) => Promise<unknown>;
}

const MODES = [
  'ok',
  'throttle',
  'quota',
  'fail',
  'error500',
  'error503',
  'late',
  'ambiguous-accepted',
  'ambiguous-lost',
  'suppress',
];
const STATES = ['ok', 'down'];

export const FAULTS: readonly Fault[] = [
  { name: 'mail provider', label: 'mail provider', options: MODES, set: (mode) => ask('ses', { mode }) },
  { name: 'queues', label: 'queues', options: STATES, set: (queue) => ask('faults', { queue }) },
  { name: 'table', label: 'table', options: STATES, set: (store) => ask('faults', { store }) },
  {
    name: 'kill switch',
    label: 'kill switch',
    options: ['on', 'safety-only', 'off'],
    set: (mode) => ask('switch', { mode }),
  },
];
