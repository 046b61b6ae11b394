/**
 * The send protocol of one mail as a machine of few parts (docs/architecture.md §7): workers that may die or
 * stand still at every step, a person who answers or stops meanwhile, a provider whose answer may be lost,
 * events that come late and in any order. Time is left out but for two promises that the guard and the abort
 * keep: nobody calls the provider for a claim that is older than the look for its fate, and an event leaves
 * the provider before a canary is taken that much later.
 */

/** What the protocol rests on; each switched off is a mistake that the exploration has to find. */
export interface Rules {
  /** A claim needs the revision that was read. */
  readonly revision: boolean;
  /** One write on the row of the mail between claim and call; a look for its fate ends the turn first. */
  readonly fence: boolean;
  /** A worker whose claim is old does not call. */
  readonly guard: boolean;
  /** A call lasts no longer than its time-out. */
  readonly abort: boolean;
  /** The call is made again when its answer is lost. */
  readonly retries: boolean;
  /** Events are handled in any order. */
  readonly reordered: boolean;
  /**
   * When a mail without evidence is owed once more: after two canaries with nothing left in the queue, after
   * the newest event of any kind, at once, or never.
   */
  readonly release: 'canaries' | 'newest' | 'at-once' | 'never';
}
export const SOUND: Rules = {
  revision: true,
  fence: true,
  guard: true,
  abort: true,
  retries: false,
  reordered: true,
  release: 'canaries',
};

type Step = 'idle' | 'claiming' | 'fencing' | 'guarding' | 'calling' | 'confirming' | 'refusing';
interface Worker {
  readonly step: Step;
  /** The revision that was read is still the newest. */
  readonly fresh: boolean;
  readonly turn: number;
}
type Phase = 'owed' | 'flying' | 'sent' | 'given-up' | 'dropped';
type Event = 'mail' | 'canary';
export interface State {
  readonly phase: Phase;
  readonly stopped: boolean;
  readonly turn: number;
  readonly attempt: number;
  readonly answered: boolean;
  readonly fenced: number;
  readonly voided: number;
  /** The row of the mail knows that it left. */
  readonly proved: boolean;
  /** The newest turn whose hour is over. */
  readonly over: number;
  readonly accepts: number;
  /** Taken by the provider, its event not out yet. */
  readonly silent: number;
  readonly queue: readonly Event[];
  readonly canaries: number;
  readonly handled: number;
  readonly workers: readonly Worker[];
  /** A promise broken on the way here. */
  readonly broken: 'two copies' | 'claimed after the stop' | 'stale content' | null;
}
const IDLE: Worker = { step: 'idle', fresh: false, turn: 0 };
/** A mail has two attempts; turns that the provider never had are bounded to keep the machine small. */
const ATTEMPTS = 2;
const TURNS = 3;
const CANARIES = 2;

const beginning = (workers: number): State => ({
  phase: 'owed',
  stopped: false,
  turn: 0,
  attempt: 1,
  answered: false,
  fenced: 0,
  voided: 0,
  proved: false,
  over: 0,
  accepts: 0,
  silent: 0,
  queue: [],
  canaries: 0,
  handled: 0,
  workers: Array.from({ length: workers }, () => IDLE),
  broken: null,
});

interface Move {
  readonly name: string;
  readonly to: State;
  /** Nothing has to happen for this: a death is no way out of anywhere. */
  readonly fault: boolean;
}
/** `written`: the state of the person has a new revision. */
type Change = Partial<State> & { readonly written?: true };
type Add = (name: string, change: Change, fault?: boolean) => void;

const nameOf = ({ step, fresh, turn }: Worker): string => `${step.slice(0, 2)}${fresh ? 1 : 0}${turn}`;
/** Every worker is like every other, so only their number at each step counts. */
const settled = (workers: readonly Worker[], written: boolean): readonly Worker[] =>
  workers
    .map((worker) => (written && worker.fresh ? { ...worker, fresh: false } : worker))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
const keyOf = (s: State): string =>
  [
    s.phase,
    ...[s.turn, s.attempt, s.fenced, s.voided, s.over, s.accepts, s.silent, s.canaries, s.handled],
    `${s.stopped}${s.answered}${s.proved}${s.broken ?? ''}`,
    s.queue.join(''),
    ...s.workers.map(nameOf),
  ].join();

export function movesOf(state: State, rules: Rules): readonly Move[] {
  const moves: Move[] = [];
  const add: Add = (name, { written = false, ...change }, fault = false) => {
    const to = { ...state, ...change };
    moves.push({ name, fault, to: { ...to, workers: settled(to.workers, written) } });
  };
  state.workers.forEach((worker, index) => {
    const become = (next: Partial<Worker> | null): Pick<State, 'workers'> => ({
      workers: state.workers.map((w, n) => (n === index ? (next === null ? IDLE : { ...w, ...next }) : w)),
    });
    working(state, rules, { worker, become }, add);
  });
  around(state, add);
  looking(state, rules, add);
  return moves;
}

interface At {
  readonly worker: Worker;
  readonly become: (next: Partial<Worker> | null) => Pick<State, 'workers'>;
}
function working(state: State, rules: Rules, { worker, become }: At, add: Add): void {
  const { turn } = worker;
  if (worker.step !== 'idle') add('a worker dies', become(null), true);
  switch (worker.step) {
    case 'idle':
      if (state.phase === 'owed' && !state.stopped && state.turn < TURNS)
        add('load', become({ step: 'claiming', fresh: true }));
      return;
    case 'claiming':
      claiming(state, rules, { worker, become }, add);
      return;
    case 'fencing': {
      const open = state.fenced < turn && state.voided < turn;
      if (!rules.fence) add('no fence', become({ step: 'guarding' }));
      else if (open) add('fence', { ...become({ step: 'guarding' }), fenced: turn });
      else add('the turn is over', become(null));
      return;
    }
    case 'guarding':
      if (rules.guard && state.over >= turn) add('too old', become(null));
      else add('call', become({ step: 'calling' }));
      return;
    case 'calling':
      calling(state, rules, { worker, become }, add);
      return;
    case 'confirming':
      add('confirm', {
        ...become(null),
        proved: true,
        ...sentBy(state),
      });
      return;
    case 'refusing': {
      const mine = state.phase === 'flying' && state.turn === turn;
      const phase = state.stopped ? 'given-up' : 'owed';
      add('refused', { ...become(null), ...(mine ? { phase, written: true } : {}) });
    }
  }
}

function claiming(state: State, rules: Rules, { worker, become }: At, add: Add): void {
  const { fresh } = worker;
  const free = state.phase === 'owed' || (!rules.revision && state.phase === 'dropped');
  if (!free || (rules.revision && !fresh)) {
    add('conflict', become(null));
    return;
  }
  const turn = state.turn + 1;
  const broken = state.stopped ? 'claimed after the stop' : fresh ? state.broken : 'stale content';
  add('claim', {
    ...become({ step: 'fencing', fresh: false, turn }),
    phase: 'flying',
    turn,
    written: true,
    canaries: 0,
    handled: 0,
    queue: state.queue.filter((event) => event === 'mail'),
    broken,
  });
}

function calling(state: State, rules: Rules, { become }: At, add: Add): void {
  const accepts = state.accepts + 1;
  const taken: Partial<State> = {
    accepts,
    silent: state.silent + 1,
    broken: accepts > 1 ? 'two copies' : state.broken,
  };
  add('accepted', { ...become({ step: 'confirming' }), ...taken });
  add('accepted, the answer is lost', { ...(rules.retries ? {} : become(null)), ...taken });
  if (!rules.retries) add('lost', become(null));
  add('refused for now', become({ step: 'refusing' }));
}

/** What the person, the provider and its stream do by themselves. */
function around(state: State, add: Add): void {
  if (!state.answered && !state.stopped) add('answer', { answered: true, written: true }, true);
  if (!state.stopped)
    add(
      'stop',
      { stopped: true, written: true, ...(state.phase === 'owed' ? { phase: 'dropped' } : {}) },
      true,
    );
  if (state.silent > 0)
    add('an event leaves the provider', { silent: state.silent - 1, queue: [...state.queue, 'mail'] });
}

/** Evidence: whoever has it confirms. */
const sentBy = ({ phase }: State): Change =>
  phase === 'flying' || phase === 'owed' ? { phase: 'sent', written: true } : {};

function handle(state: State, index: number): Change {
  const queue = state.queue.filter((_, n) => n !== index);
  if (state.queue[index] === 'canary') return { queue, handled: state.handled + 1 };
  return { queue, proved: true, ...sentBy(state) };
}

/** Events are handled, and the alarm looks for the fate of the mail. */
function looking(state: State, rules: Rules, add: Add): void {
  state.queue.forEach((event, index) => {
    const first = index === 0 || !state.queue.slice(0, index).includes(event);
    if (index === 0 || (rules.reordered && first)) add(`handle ${event}`, handle(state, index));
  });
  if (state.phase !== 'flying') return;
  const { turn } = state;
  if (!rules.fence || (state.fenced < turn && state.voided < turn))
    add('end the turn', { voided: turn, phase: state.stopped ? 'dropped' : 'owed', written: true });
  const calls = state.workers.some((worker) => worker.turn === turn && worker.step === 'calling');
  if (state.over < turn) {
    if (!calls || !rules.abort) add('an hour is over', { over: turn });
    return;
  }
  if (state.proved) {
    add('the row knows', { phase: 'sent', written: true });
    return;
  }
  // An event is out before a canary is taken half an hour later.
  if (state.canaries < CANARIES && state.silent === 0)
    add('a canary is taken', { canaries: state.canaries + 1, queue: [...state.queue, 'canary'] });
  add('a day is over', { phase: 'given-up', written: true });
  const again = { phase: 'owed', attempt: state.attempt + 1, written: true } as const;
  if (state.attempt < ATTEMPTS && !state.stopped && mayRelease(state, rules)) add('owed again', again);
}
function mayRelease({ handled, queue }: State, { release }: Rules): boolean {
  switch (release) {
    case 'canaries':
      return handled >= CANARIES && queue.length === 0;
    case 'newest':
      return handled >= 1;
    case 'at-once':
      return true;
    case 'never':
      return false;
  }
}

/** A mail that is owed beyond the last turn would go on as before: that is where the machine is cut off. */
const atRest = ({ phase, turn, workers, queue, silent }: State): boolean =>
  (phase !== 'owed' || turn >= TURNS) &&
  phase !== 'flying' &&
  queue.length + silent === 0 &&
  workers.every(({ step }) => step === 'idle');

export interface Explored {
  readonly states: number;
  readonly moves: number;
  /** A promise that some way breaks, and the shortest such way; then nothing further was explored. */
  readonly broken: { readonly promise: string; readonly way: readonly string[] } | null;
  /** States from which no way without a fault leads to rest. */
  readonly stuck: number;
}

/** Every state that can be reached, breadth first. */
export function explore(workers: number, rules: Rules): Explored {
  const first = beginning(workers);
  const ids = new Map<string, number>([[keyOf(first), 0]]);
  const states: State[] = [first];
  const cameBy: { readonly from: number; readonly name: string }[] = [{ from: -1, name: '' }];
  const back: number[][] = [[]];
  let moves = 0;
  for (let at = 0; at < states.length; at += 1) {
    const state = states[at] as State;
    if (state.broken !== null)
      return {
        states: states.length,
        moves,
        broken: { promise: state.broken, way: wayTo(at, cameBy) },
        stuck: 0,
      };
    for (const { name, to, fault } of movesOf(state, rules)) {
      moves += 1;
      const key = keyOf(to);
      let id = ids.get(key);
      if (id === undefined) {
        id = states.length;
        ids.set(key, id);
        states.push(to);
        cameBy.push({ from: at, name });
        back.push([]);
      }
      if (!fault) back[id]?.push(at);
    }
  }
  return { states: states.length, moves, broken: null, stuck: stuckIn(states, back) };
}

function wayTo(at: number, cameBy: readonly { readonly from: number; readonly name: string }[]): string[] {
  const way: string[] = [];
  for (let n = at; n > 0; n = cameBy[n]?.from ?? 0) way.unshift(cameBy[n]?.name ?? '');
  return way;
}

function stuckIn(states: readonly State[], back: readonly (readonly number[])[]): number {
  const rests = new Set<number>();
  const todo = states.flatMap((state, id) => (atRest(state) ? [id] : []));
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (rests.has(id)) continue;
    rests.add(id);
    todo.push(...(back[id] ?? []));
  }
  return states.length - rests.size;
}
