/**
 * One ESM file for every Lambda: `functions/<fn>/handler.ts` → `dist/<fn>/index.mjs`, the SDK inside, the
 * same artefact here and on AWS.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type BuildResult, build, type Metafile, type Plugin } from 'esbuild';
import { BESIDE, slimPlugins } from './slim.ts';
import { writeWhole } from './stamp.ts';

/** Names of the functions: every folder of `functions/` with a handler. */
export function functionNames(root: string): readonly string[] {
  const folder = path.join(root, 'functions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name !== 'shell' && existsSync(path.join(folder, name, 'handler.ts')))
    .sort();
}

const KB = 1000;
/**
 * docs/architecture.md §18. A bigger bundle is a slower cold start; `send` carries every mail, `account` the
 * four parts of the own page, `signup` the plan that the open pages show.
 */
const LARGER: Readonly<Record<string, number>> = { send: 805, account: 725, signup: 720 };
export const budgetOf = (name: string): number => (LARGER[name] ?? 705) * KB;
/** Packages that belong to the build, the deployment or the tests. */
const NEVER_INSIDE = /node_modules\/(mjml[^/]*|aws-cdk[^/]*|constructs|cdk-nag|typescript|vitest|esbuild)\//;

export interface Bundle {
  readonly name: string;
  readonly bytes: number;
}

/** CommonJS packages that `require` a Node module need a `require`, which ESM lacks. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
const NEEDS_REQUIRE = /Dynamic require of /;

interface Making {
  readonly root: string;
  readonly name: string;
  readonly folder: string;
  readonly plugins: readonly Plugin[];
}

function esbuildOnce(
  { root, name, folder, plugins }: Making,
  banner: boolean,
): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({
    absWorkingDir: root,
    entryPoints: [`functions/${name}/handler.ts`],
    outfile: `${folder}/${name}/index.mjs`,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    // Lambda runs Node 24; the same file must run on the machine that develops it.
    target: ['node20.19', 'node22'],
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    minify: true,
    keepNames: false,
    treeShaking: true,
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    charset: 'ascii',
    logLevel: 'silent',
    plugins: [...plugins, ...slimPlugins(root)],
    ...(banner ? { banner: { js: REQUIRE_BANNER } } : {}),
  });
}

/** What must not be in a bundle and is. */
export const strangers = (metafile: Metafile): readonly string[] => [
  ...new Set(Object.keys(metafile.inputs).flatMap((input) => NEVER_INSIDE.exec(input)?.[1] ?? [])),
];

/**
 * Bundles one function into `folder` (`dist` of the build) and writes `index.mjs` and, beside it, its source
 * map (not part of the budget, not loaded by Lambda). Throws with a sentence when the bundle is over its
 * budget or carries a package of the build.
 */
export async function bundleFunction(
  root: string,
  name: string,
  made: { readonly folder?: string; readonly plugins?: readonly Plugin[] } = {},
): Promise<Bundle> {
  const { folder = 'dist', plugins = [] } = made;
  const one = { root, name, folder, plugins };
  const plain = await esbuildOnce(one, false);
  const needsRequire = plain.outputFiles.some(
    (file) => file.path.endsWith('.mjs') && NEEDS_REQUIRE.test(file.text),
  );
  const result = needsRequire ? await esbuildOnce(one, true) : plain;
  const inside = strangers(result.metafile);
  if (inside.length > 0)
    throw new Error(`functions/${name} carries ${inside.join(', ')}, which belongs to the build only`);
  const code = result.outputFiles.find((file) => file.path.endsWith('.mjs'));
  if (code === undefined) throw new Error(`functions/${name}: esbuild wrote no index.mjs`);
  if (code.contents.byteLength > budgetOf(name)) {
    const heaviest = heaviestInputs(result.metafile).join(', ');
    throw new Error(
      `functions/${name} is ${kilobytes(code.contents.byteLength)}, over its ${kilobytes(budgetOf(name))}. Heaviest: ${heaviest}`,
    );
  }
  for (const [source, copy] of BESIDE)
    if (Object.keys(result.metafile.inputs).includes(source))
      writeWhole(path.join(path.dirname(code.path), copy), readFileSync(path.join(root, source)));
  if (Object.keys(result.metafile.inputs).includes(SERVES_DRAWINGS))
    copyDrawings(root, path.join(path.dirname(code.path), 'drawings'));
  for (const file of result.outputFiles) writeWhole(file.path, file.contents);
  return { name, bytes: code.contents.byteLength };
}

/** Whoever carries this module finds the pictures beside itself. */
const SERVES_DRAWINGS = 'functions/signup/drawings.ts';
function copyDrawings(root: string, to: string): void {
  const from = path.join(root, 'emails/drawings/files');
  rmSync(to, { recursive: true, force: true });
  for (const file of readdirSync(from).filter((name) => !name.endsWith('.json')))
    writeWhole(path.join(to, file), readFileSync(path.join(from, file)));
}

export const kilobytes = (bytes: number): string => `${Math.ceil(bytes / KB)} KB`;

function heaviestInputs(metafile: Metafile): readonly string[] {
  const output = Object.entries(metafile.outputs).find(([file]) => file.endsWith('.mjs'))?.[1];
  const byPackage = new Map<string, number>();
  for (const [input, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? input.split('/')[0] ?? input;
    byPackage.set(owner, (byPackage.get(owner) ?? 0) + bytesInOutput);
  }
  return [...byPackage]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([owner, bytes]) => `${owner} ${kilobytes(bytes)}`);
}
