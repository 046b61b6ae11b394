import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Lockfile,
  licenceAllowed,
  lockfileFaults,
  looseVersions,
  type Manifest,
  missingEntries,
} from '../../tools/quality/guards/supply-chain.ts';
import { filesUnder, ROOT } from '../../tools/quality/guards/tree.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));
const fine = { version: '1.0.0', integrity: 'sha512-AAAA', license: 'MIT' };
const lockOf = (entry: object): Lockfile => ({
  packages: { '': {}, 'node_modules/thing': { ...fine, ...entry } },
});

/**
 * Folders with a lockfile of their own: what the product needs, and what the two slow commands install when
 * they run.
 */
const INSTALLED = filesUnder(ROOT)
  .filter((name) => path.basename(name) === 'package-lock.json')
  .map((name) => path.dirname(name));

describe('what is installed', () => {
  it('is the product, the peers of the benchmark and the mutation tests', () => {
    expect(INSTALLED).toEqual(['.', 'tools/bench/mutation', 'tools/bench']);
  });

  it.each(INSTALLED)('in %s has a digest, an allowed licence and no unknown install script', (folder) => {
    expect(lockfileFaults(read(`${folder}/package-lock.json`) as Lockfile)).toEqual([]);
  });

  it.each(INSTALLED)('in %s is listed whole, also for other systems, so that npm ci accepts it', (folder) => {
    expect(missingEntries(read(`${folder}/package-lock.json`) as Lockfile)).toEqual([]);
  });

  it.each(INSTALLED)(
    'in %s is pinned exactly wherever we name it, and the lockfile names the same',
    (folder) => {
      const manifest = read(`${folder}/package.json`) as Manifest;
      const locked = (read(`${folder}/package-lock.json`) as { packages: { '': Manifest } }).packages[''];
      expect(looseVersions(manifest)).toEqual([]);
      for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const)
        expect(locked[kind] ?? {}, kind).toEqual(manifest[kind] ?? {});
    },
  );

  it('beside the product is for tools alone, and no package of it is installed twice', () => {
    const product = read('package.json') as Manifest;
    const ours = Object.keys({ ...product.dependencies, ...product.devDependencies });
    for (const folder of INSTALLED.filter((one) => one !== '.')) {
      const { dependencies = {}, devDependencies = {} } = read(`${folder}/package.json`) as Manifest;
      expect(Object.keys(dependencies)).toEqual([]);
      expect(Object.keys(devDependencies).filter((name) => ours.includes(name))).toEqual([]);
    }
  });

  it('has few direct runtime dependencies', () => {
    expect(Object.keys((read('package.json') as Manifest).dependencies ?? {}).length).toBeLessThanOrEqual(11);
  });
});

describe('canaries of the supply-chain guard', () => {
  it.each([
    ['no digest', { integrity: undefined }, 'no sha512'],
    ['an old digest', { integrity: 'sha1-AAAA' }, 'no sha512'],
    ['an origin', { resolved: 'https://example.org/thing.tgz' }, 'names where it came from'],
    ['a viral licence', { license: 'AGPL-3.0' }, 'licence AGPL-3.0'],
    ['a tool licence at run time', { license: 'MPL-2.0' }, 'in a runtime package'],
    ['no licence', { license: undefined }, 'no licence named'],
    ['an install script', { hasInstallScript: true }, 'runs a script'],
  ])('%s is reported', (_, entry, sentence) => {
    expect(lockfileFaults(lockOf(entry)).join()).toContain(sentence);
  });

  it('lets a good package through, also inside its parent', () => {
    expect(lockfileFaults(lockOf({}))).toEqual([]);
    expect(lockfileFaults(lockOf({ integrity: undefined, inBundle: true }))).toEqual([]);
    expect(lockfileFaults(lockOf({ license: 'MPL-2.0', dev: true }))).toEqual([]);
  });

  it('refuses to judge an empty lockfile', () => {
    expect(() => lockfileFaults({ packages: { '': {} } })).toThrow('lists no package');
  });

  it('canary: a dependency without an entry is reported, wherever it may be found', () => {
    const thing = { ...fine, dependencies: { near: '1', top: '1' }, optionalDependencies: { gone: '1' } };
    const entries = {
      '': {},
      'node_modules/thing': thing,
      'node_modules/thing/node_modules/near': fine,
      'node_modules/top': fine,
    };
    expect(missingEntries({ packages: entries })).toEqual(['thing needs gone']);
    expect(missingEntries({ packages: { '': { dependencies: { absent: '1.0.0' } } } })).toEqual([
      'the project needs absent',
    ]);
  });

  it('asks for a digest of everything but the linter of other systems', () => {
    const named = (name: string, entry: object) =>
      lockfileFaults({
        packages: {
          '': {},
          [`node_modules/${name}`]: { ...fine, integrity: undefined, dev: true, ...entry } as never,
        },
      });
    expect(named('@biomejs/cli-darwin-arm64', { optional: true })).toEqual([]);
    expect(named('@biomejs/cli-darwin-arm64', {})).toHaveLength(1);
    expect(named('@biomejs/cli-linux-x64', { optional: true })).toHaveLength(1);
    expect(named('esbuild-darwin-arm64', { optional: true })).toHaveLength(1);
  });

  it.each(['^1.2.3', '~1.2.3', 'latest', '1.x', 'npm:other@1.2.3', 'git+ssh://host/thing'])(
    'version %s is loose',
    (version) => {
      expect(looseVersions({ dependencies: { thing: version } })).toEqual([`thing: ${version}`]);
    },
  );

  it.each([
    ['MIT', true],
    ['MIT OR GPL-3.0-or-later', true],
    ['(MIT OR Apache-2.0)', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0', false],
    ['', false],
  ])('reads the licence %s', (expression, allowed) => {
    expect(licenceAllowed(expression, new Set(['MIT', 'Apache-2.0']))).toBe(allowed);
  });
});
