/**
 * The walls of docs/architecture.md §4: cruises a source tree with `.dependency-cruiser.cjs` and says which
 * import breaks which wall.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { SOURCE_FOLDERS } from './tree.ts';

export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}
export interface WallReport {
  readonly modules: number;
  readonly breaches: readonly Breach[];
}

interface WallConfiguration {
  readonly forbidden: NonNullable<IFlattenedRuleSet['forbidden']>;
  readonly options: ICruiseOptions;
}

/** The rules as the config file has them. */
export const wallRules = (): WallConfiguration =>
  createRequire(import.meta.url)('../../../.dependency-cruiser.cjs') as WallConfiguration;

/**
 * Cruises every source folder under `root`. Throws when it sees no module of ours: a tool that reads nothing
 * finds nothing (dependency-cruiser does so, with exit code 0, beside a TypeScript it does not know).
 */
export async function checkWalls(root: string): Promise<WallReport> {
  const rules = wallRules();
  const folders = SOURCE_FOLDERS.filter((folder) => existsSync(path.join(root, folder)));
  if (folders.length === 0) throw new Error(`walls: no source folder under ${root}`);
  const result = await cruise(folders, {
    ...rules.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  });
  const output = result.output as ICruiseResult;
  const modules = output.modules.filter(
    (module) => !module.source.includes('node_modules') && module.coreModule !== true,
  ).length;
  if (modules === 0)
    throw new Error('walls: the cruise saw no module; a guard that reads nothing must not pass');
  return {
    modules,
    breaches: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
