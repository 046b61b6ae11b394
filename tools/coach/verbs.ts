/** The verbs of `npm run coach`: what each does, what it takes, and where it is. */
import type { OptionName, Verb } from './verb.ts';

export interface VerbEntry {
  /** As typed, such as `show ID`. */
  readonly usage: string;
  readonly does: string;
  /** Beside the options that every verb takes. */
  readonly takes: readonly OptionName[];
  readonly load: () => Promise<Verb>;
}

export const VERBS: Readonly<Record<string, VerbEntry>> = {
  list: {
    usage: 'list',
    does: 'whom to look at, by need',
    takes: ['limit', 'after'],
    load: async () => (await import('./verbs/list.ts')).list,
  },
  report: {
    usage: 'report',
    does: 'figures of the whole cohort as a page with plots and a table, small groups hidden',
    takes: ['out'],
    load: async () => (await import('./verbs/cohort.ts')).report,
  },
  research: {
    usage: 'research',
    does: 'the answers of those who agree to research now, without names, with a dictionary',
    takes: ['out'],
    load: async () => (await import('./verbs/cohort.ts')).research,
  },
  show: {
    usage: 'show ID',
    does: 'one person: where they stand and what happened; noted on their page',
    takes: ['reason'],
    load: async () => (await import('./verbs/person.ts')).show,
  },
  export: {
    usage: 'export ID',
    does: 'everything kept about one person as two files; noted on their page',
    takes: ['reason', 'out'],
    load: async () => (await import('./verbs/person.ts')).exportPerson,
  },
  pause: {
    usage: 'pause ID',
    does: 'pauses a course for somebody who asked another way',
    takes: ['until'],
    load: async () => (await import('./verbs/acts.ts')).pause,
  },
  erase: {
    usage: 'erase ID',
    does: 'erases somebody who asked another way',
    takes: ['again'],
    load: async () => (await import('./verbs/acts.ts')).erase,
  },
  switch: {
    usage: 'switch MODE',
    does: 'what may leave: on, safety-only or off',
    takes: ['again'],
    load: async () => (await import('./verbs/sending.ts')).switchTo,
  },
  withdraw: {
    usage: 'withdraw VERSION',
    does: 'no exercise of this version of the curriculum leaves any more',
    takes: ['again', 'undo'],
    load: async () => (await import('./verbs/sending.ts')).withdraw,
  },
  redrive: {
    usage: 'redrive',
    does: 'what was given up after five tries goes back to its queue; noted with its reason',
    takes: ['reason'],
    load: async () => (await import('./verbs/redrive.ts')).redrive,
  },
  restore: {
    usage: 'restore',
    does: 'whoever cannot be read comes back from a copy of the table; nobody is mailed twice',
    takes: ['from', 'reason', 'again'],
    load: async () => (await import('./verbs/restore.ts')).restore,
  },
  'rotate-keys': {
    usage: 'rotate-keys',
    does: 'a new key for links, in two steps; after a leak at once',
    takes: ['again', 'leaked'],
    load: async () => (await import('./verbs/keys.ts')).rotateKeys,
  },
  doctor: {
    usage: 'doctor',
    does: 'what is wrong with a deployed stage, and what to do',
    takes: [],
    load: async () => (await import('./verbs/doctor.ts')).doctor,
  },
};

/** One line a verb. */
export const verbLines = (): string => {
  const entries = Object.values(VERBS);
  const width = Math.max(...entries.map(({ usage }) => usage.length));
  return entries.map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}`).join('\n');
};

/**
 * The verb that stands first, with the words it takes behind it. Throws a sentence that lists what there is.
 */
export function verbOf(words: readonly string[]): {
  readonly entry: VerbEntry;
  readonly args: readonly string[];
} {
  const [name, ...args] = words;
  const entry = name !== undefined && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (entry === undefined) {
    const wrong = name === undefined ? 'Say what to do' : `There is no "${name}"`;
    throw new Error(`${wrong}: npm run coach -- VERB, one of\n${verbLines()}`);
  }
  const { usage } = entry;
  const wanted = usage.split(' ').length - 1;
  if (args.length === wanted) return { entry, args };
  throw new Error(
    `It is npm run coach -- ${usage}${args.length < wanted ? '.' : ', and nothing behind it.'}`,
  );
}
