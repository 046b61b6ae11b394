/** The bundles that `npm run build` wrote, as the CDK takes them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from '../functions/shell/env.ts';

const DIST = path.resolve(import.meta.dirname, '../dist');

/** Throws a sentence when there is no build. */
export function builtBundle(name: FunctionName): lambda.Code {
  const folder = path.join(DIST, name);
  if (!existsSync(path.join(folder, 'index.mjs')))
    throw new Error(`dist/${name}/index.mjs is missing: run "npm run build" first.`);
  return lambda.Code.fromAsset(folder, { exclude: ['*.map'] });
}
