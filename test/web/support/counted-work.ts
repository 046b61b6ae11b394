/**
 * Counts what a piece of code does, below the code: while it runs, every array, string, set, map and
 * expression method adds the length of what it was given. No clock is read, so that a busy machine changes
 * nothing, and the code need not take part.
 */
type Method = (this: unknown, ...args: unknown[]) => unknown;

const lengthOf = (value: unknown): number => {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  if (value instanceof Set || value instanceof Map) return value.size;
  return 1;
};
const ARRAY = [
  'map',
  'filter',
  'find',
  'findIndex',
  'flatMap',
  'flat',
  'includes',
  'indexOf',
  'some',
  'every',
  'join',
  'concat',
  'reduce',
  'sort',
  'forEach',
];
const STRING = [
  'split',
  'replace',
  'replaceAll',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'includes',
  'lastIndexOf',
  'match',
  'matchAll',
  'normalize',
  'startsWith',
  'endsWith',
];
const OBJECT = ['keys', 'values', 'entries', 'fromEntries', 'assign'];

/** Steps that `work` took. Everything is put back afterwards, whatever happens. */
export function countedWork(work: () => unknown): number {
  let steps = 0;
  const undo: (() => void)[] = [];
  const wrap = (
    owner: object,
    name: string | symbol,
    cost: (self: unknown, args: readonly unknown[], result: unknown) => number,
  ): void => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const original = descriptor?.value as Method | undefined;
    if (descriptor === undefined || original === undefined)
      throw new Error(`nothing to count at ${String(name)}`);
    const counting: Method = function (this: unknown, ...args) {
      const result: unknown = Reflect.apply(original, this, args);
      steps += cost(this, args, result);
      return result;
    };
    Object.defineProperty(owner, name, { ...descriptor, value: counting });
    undo.push(() => Object.defineProperty(owner, name, descriptor));
  };
  for (const name of ARRAY) wrap(Array.prototype, name, lengthOf);
  wrap(Array.prototype, Symbol.iterator, lengthOf);
  wrap(Array.prototype, 'push', () => 1);
  // A piece costs what it is long, not what it was cut from.
  for (const owner of [Array.prototype, String.prototype])
    wrap(owner, 'slice', (_self, _args, result) => lengthOf(result));
  // A search costs the way from where it begins to what it finds: the parser of newer Nodes goes through a
  // form with it, piece by piece.
  wrap(String.prototype, 'indexOf', (self, [, from], found) => {
    const begin = typeof from === 'number' ? from : 0;
    return (found === -1 ? lengthOf(self) : Number(found)) - begin + 1;
  });
  for (const name of STRING) wrap(String.prototype, name, lengthOf);
  wrap(RegExp.prototype, 'test', (_, args) => lengthOf(args[0]));
  for (const name of OBJECT)
    wrap(Object, name, (_, args) =>
      Array.isArray(args[0]) ? args[0].length : Object.getOwnPropertyNames(Object(args[0])).length,
    );
  wrap(Map.prototype, 'get', () => 1);
  wrap(Map.prototype, 'set', () => 1);
  wrap(Set.prototype, 'add', () => 1);
  try {
    work();
  } finally {
    for (const put of undo.reverse()) put();
  }
  return steps;
}
