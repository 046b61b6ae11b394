/**
 * Reads the command line of an npm command, or refuses it with one sentence that lists what the command
 * takes. Every command does this before any work. Plain JavaScript, because `npm start` reads its options
 * before a loader for TypeScript runs.
 */
import { parseArgs } from 'node:util';

/** @typedef {import('./command-line.types.ts').Options} Options */
/** @typedef {import('./command-line.types.ts').Command} Command */

/** @type {Options[string]} */
const HELP = { type: 'boolean', short: 'h', help: 'shows this' };

/**
 * `--json FILE`, `-f, --force`: an option as a person types it. @param {string} name @param {Options[string]}
 * option
 */
const typed = (name, { type, value = 'VALUE' }) => (type === 'boolean' ? `--${name}` : `--${name} ${value}`);

/** @param {Command} command */
const takes = ({ options, positionals, passesOnTo }) =>
  [
    ...(positionals === undefined ? [] : [positionals.name]),
    ...Object.entries({ ...options, help: HELP }).map(([name, option]) => typed(name, option)),
    ...(passesOnTo === undefined ? [] : [`and, behind another --, what ${passesOnTo} takes`]),
  ].join(', ');

/** The page of `--help`. @param {Command} command */
export function helpOf(command) {
  const { name, does, options, positionals, passesOnTo } = command;
  const rows = [
    ...(positionals === undefined ? [] : [[positionals.name, positionals.help]]),
    ...Object.entries({ ...options, help: HELP }).map(([option, rule]) => [
      rule.short === undefined ? typed(option, rule) : `-${rule.short}, ${typed(option, rule)}`,
      rule.multiple === true ? `${rule.help}; may be given again` : rule.help,
    ]),
  ];
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return [
    `${name}: ${does}`,
    '',
    ...rows.map(([left = '', right]) => `  ${left.padEnd(width)}  ${right}`),
    ...(passesOnTo === undefined ? [] : ['', `What stands behind a -- of its own goes to ${passesOnTo}.`]),
    '',
  ].join('\n');
}

/**
 * What the parser of Node found wrong, as a sentence of ours. @param {Command} command @param {unknown} fault
 * @returns {Error}
 */
function refusal(command, fault) {
  if (!(fault instanceof Error) || !('code' in fault)) return new Error(String(fault));
  const named = /'(?:-\w, )?(--?[^\s'=]+)/.exec(fault.message)?.[1] ?? '';
  const known = Object.entries({ ...command.options, help: HELP }).find(
    ([name, { short }]) => named === `--${name}` || named === `-${short}`,
  );
  const list = `It takes ${takes(command)}.`;
  if (fault.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' || known === undefined)
    return new Error(`${command.name} knows no ${named}. ${list}`);
  const [name, option] = known;
  return new Error(
    option.type === 'boolean'
      ? `--${name} of ${command.name} takes no value. ${list}`
      : `--${name} of ${command.name} needs a value: ${typed(name, option)}. ${list}`,
  );
}

/**
 * Reads `args` by the rules of `command`. Throws one sentence for an unknown option, a missing value, or an
 * argument the command does not take.
 * @template {Options} O
 * @param {import('./command-line.types.ts').Command<O>} command
 * @param {readonly string[]} args
 * @returns {import('./command-line.types.ts').Read<O>}
 */
export function readCommandLine(command, args) {
  const end = args.indexOf('--');
  const [own, passedOn] = end === -1 ? [args, []] : [args.slice(0, end), args.slice(end + 1)];
  if (own.some((arg) => arg === '--help' || arg === '-h')) return { help: helpOf(command) };
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short, multiple = false }]) => [
      name,
      { type, multiple, ...(short === undefined ? {} : { short }) },
    ]),
  );
  const { values, positionals } = parsed(command, own, options);
  const empty = Object.keys(options).find((name) => [values[name]].flat().includes(''));
  if (empty !== undefined)
    throw new Error(
      `--${empty} of ${command.name} needs a value: ${typed(empty, command.options[empty] ?? HELP)}.`,
    );
  if (positionals.length > 0 && command.positionals === undefined)
    throw new Error(`${command.name} does not know what "${positionals[0]}" is. It takes ${takes(command)}.`);
  if (passedOn.length > 0 && command.passesOnTo === undefined)
    throw new Error(
      `${command.name} passes nothing on: leave out the second --. It takes ${takes(command)}.`,
    );
  const whole = Object.entries(command.options).map(([name, { type, multiple }]) => [
    name,
    values[name] ?? (multiple === true ? [] : type === 'boolean' ? false : undefined),
  ]);
  return /** @type {import('./command-line.types.ts').Read<O>} */ ({
    values: Object.fromEntries(whole),
    positionals,
    passedOn,
  });
}

/**
 * @param {Command} command @param {readonly string[]} args @param
 * {import('node:util').ParseArgsConfig['options']} options
 */
function parsed(command, args, options = {}) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (fault) {
    throw refusal(command, fault);
  }
}
