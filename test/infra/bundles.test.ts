/**
 * What is deployed starts: every bundle, with the environment the template gives it, in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES } from '../../functions/shell/env.ts';
import { budgetOf, functionNames } from '../../tools/build/bundle.ts';
import { ROOT } from '../../tools/quality/guards/tree.ts';
import { functionName, ofType, templates, type Value } from './synthesised.ts';

const variables = new Map(
  ofType(templates().service, 'AWS::Lambda::Function').map((one) => [
    functionName(one),
    one.properties.Environment.Variables,
  ]),
);
const bundle = (name: string): string => path.join(ROOT, 'dist', name, 'index.mjs');

/** The template's values, with something of the right shape for what only AWS knows. */
const plain = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables.get(name) as Record<string, Value>).map(([key, value]) => {
      const known = typeof value === 'string';
      return [
        key,
        known
          ? value
          : key.endsWith('_URL')
            ? 'https://sqs.eu-west-1.amazonaws.com/000000000000/queue'
            : 'some-name',
      ];
    }),
  );

function start(name: string, env: Record<string, string>) {
  const script = `
    const from = performance.now();
    import(${JSON.stringify(bundle(name))}).then((made) => {
      const took = performance.now() - from;
      process.stdout.write(JSON.stringify({ exports: Object.keys(made), handler: typeof made.handler, create: typeof made.create, took }));
    });`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: {
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      NODE_NO_WARNINGS: '1',
      ...env,
    },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('the bundles', () => {
  it('are those of every function', () => {
    expect([...functionNames(ROOT)].sort()).toEqual([...FUNCTION_NAMES].sort());
  });

  it.each([...FUNCTION_NAMES])(
    '%s starts with the environment it is given, and says how long that took',
    (name) => {
      const { code, out, err } = start(name, plain(name));
      expect(code, err).toBe(0);
      const said = JSON.parse(out) as { handler: string; create: string; took: number };
      expect(said).toMatchObject({ handler: 'function', create: 'function' });
      process.stdout.write(`  cold import of ${name}: ${Math.round(said.took)} ms\n`);
    },
  );

  it.each([...FUNCTION_NAMES])(
    '%s stops at once, with the name of the variable, when one is missing',
    (name) => {
      const { TABLE_NAME: _, ...rest } = plain(name);
      const { code, err } = start(name, rest);
      expect(code).not.toBe(0);
      expect(err).toContain('TABLE_NAME');
    },
  );

  it.each([...FUNCTION_NAMES])(
    '%s is within its budget and lies with nothing but its data and its map',
    (name) => {
      expect(statSync(bundle(name)).size).toBeLessThanOrEqual(budgetOf(name));
      const beside = readdirSync(path.dirname(bundle(name))).filter(
        (file) => !['curriculum.json', 'words.json', 'known-words.json'].includes(file),
      );
      expect(beside.sort()).toEqual([
        ...(name === 'signup' ? ['drawings'] : []),
        'index.mjs',
        'index.mjs.map',
      ]);
    },
  );

  it.each([...FUNCTION_NAMES])(
    '%s carries no JSON Schema, no event streams, no list of development packages',
    (name) => {
      const code = readFileSync(bundle(name), 'utf8');
      expect(code).not.toMatch(/json-schema\.org|:event-type|devDependencies/);
    },
  );

  it('let only send carry mails and the SES client', () => {
    for (const name of FUNCTION_NAMES) {
      const { sources } = JSON.parse(readFileSync(`${bundle(name)}.map`, 'utf8')) as {
        sources: readonly string[];
      };
      const carried = sources.filter((source) => /(^|\/)emails\/|client-ses\//.test(source));
      if (name === 'send') expect(carried.length).toBeGreaterThan(0);
      else expect(carried, name).toEqual([]);
      expect(existsSync(bundle(name))).toBe(true);
    }
  });
});
