/**
 * What we install: every package with its digest, a licence we allow, no install script but the ones we know
 * (reliability of the supply chain).
 */
export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  /** Shipped inside its parent's archive and so under the parent's digest. */
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** May be part of what we deploy. */
const RUNTIME_LICENCES = new Set([
  'MIT',
  'Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MIT-0',
]);
/** May help to build and test; never deployed. */
const TOOL_LICENCES = new Set([
  ...RUNTIME_LICENCES,
  'BlueOak-1.0.0',
  'Python-2.0',
  'MPL-2.0',
  'CC-BY-4.0',
  'CC0-1.0',
]);
/** Words that are no SPDX expression, read once by a person. */
const READ_BY_HAND: Readonly<Record<string, string>> = { slick: 'MIT (http://mootools.net/license.txt)' };
/**
 * esbuild's script only checks that its binary, which comes as a package, is the right one; it works without.
 */
const INSTALL_SCRIPTS = new Set(['esbuild', 'fsevents']);

/**
 * Builds of the linter for other systems: not every registry has them, so their digest could not be taken.
 * They never reach a Lambda.
 */
const OTHER_SYSTEMS = /^@biomejs\/cli-(?:(?:android|darwin|win32)-|linux-(?:x64|arm64)-musl$)/;

const nameOf = (key: string): string => key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Reads `A`, `A OR B`, `(A OR B)`, `A AND B` and `A+`; anything else is not allowed. */
export function licenceAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const plain = expression.replace(/^\(|\)$/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((part) => licenceAllowed(part, allowed));
  if (plain.includes(' AND ')) return plain.split(' AND ').every((part) => licenceAllowed(part, allowed));
  return allowed.has(plain.trim());
}

function faultsOf(key: string, found: LockedPackage): readonly string[] {
  const name = nameOf(key);
  const tool = found.dev === true || found.devOptional === true;
  const licence = found.license ?? 'no licence named';
  const licenceFine =
    READ_BY_HAND[name] === licence ? tool : licenceAllowed(licence, tool ? TOOL_LICENCES : RUNTIME_LICENCES);
  return [
    ...(found.inBundle === true ||
    /^sha512-/.test(found.integrity ?? '') ||
    (found.optional === true && OTHER_SYSTEMS.test(name))
      ? []
      : [`${name}: no sha512 integrity`]),
    ...(found.resolved === undefined
      ? []
      : [`${name}: the lockfile names where it came from: ${found.resolved}`]),
    ...(licenceFine ? [] : [`${name}: licence ${licence}${tool ? '' : ' in a runtime package'}`]),
    ...(found.hasInstallScript === true && !INSTALL_SCRIPTS.has(name)
      ? [`${name}: runs a script when it is installed`]
      : []),
  ];
}

/**
 * Sentences about every package that breaks a rule; empty is good. Throws when the lockfile lists nothing.
 */
export function lockfileFaults(lock: Lockfile): readonly string[] {
  const entries = Object.entries(lock.packages).filter(([key]) => key !== '');
  if (entries.length === 0)
    throw new Error('the lockfile lists no package; a guard that reads nothing must not pass');
  return entries.flatMap(([key, found]) => faultsOf(key, found));
}

/** Direct dependencies that are not pinned to one exact version. */
export const looseVersions = (manifest: Manifest): readonly string[] =>
  Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    .map(([name, version]) => `${name}: ${version}`);

/** Where Node would find `name` from the package at `key`, or null. */
function resolve(lock: Lockfile, key: string, name: string): string | null {
  for (let at = key; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const candidate = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock.packages[candidate] !== undefined) return candidate;
    if (at === '') return null;
  }
}

/**
 * Dependencies the lockfile does not list, optional ones included: `npm ci` refuses such a file. It happens
 * when the lockfile was written beside a registry that lacks the builds for other systems.
 */
export const missingEntries = (lock: Lockfile): readonly string[] =>
  Object.entries(lock.packages).flatMap(([key, found]) =>
    Object.keys({ ...found.dependencies, ...found.optionalDependencies })
      .filter((name) => resolve(lock, key, name) === null)
      .map((name) => `${key === '' ? 'the project' : nameOf(key)} needs ${name}`),
  );
