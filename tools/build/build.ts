/**
 * The build (`npm run build`): checks the curriculum, compiles the mails, bundles every Lambda, writes the
 * generated documents. Skips what is unchanged since the last run.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../quality/guards/tree.ts';
import { functionNames, kilobytes } from './bundle.ts';
import { TOP } from './docs/rooms.ts';
import { digestOf, isFresh, type StepFiles, writeStamp } from './stamp.ts';

export interface BuildOptions {
  /** Runs every step, also the unchanged ones. */
  readonly force?: boolean;
  /** Where progress goes, a line at a time; default standard output. */
  readonly print?: (line: string) => void;
}
export interface BuildReport {
  /** Steps that had to run. */
  readonly ran: readonly string[];
  readonly milliseconds: number;
}

interface Step extends StepFiles {
  /** Does the work and returns one line about it. */
  readonly run: () => Promise<string>;
}

/** Written by one step and read by the next ones. */
const DRAWINGS = 'emails/drawings/files';
const COMMON = ['package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Loads a step's module only when the step is stale (MJML alone takes half a second) and calls its function.
 */
async function call(file: string, name: string): Promise<string> {
  const loaded = (await import(pathToFileURL(path.join(ROOT, file)).href)) as Record<string, unknown>;
  const step = loaded[name];
  if (typeof step !== 'function') throw new Error(`${file} exports no function ${name}()`);
  const result: unknown = await step();
  return Array.isArray(result) ? `${result.length} files` : '';
}

function steps(): readonly Step[] {
  const drawings: Step = {
    name: 'drawings',
    inputs: [
      'emails/drawings/drawings.ts',
      'emails/drawings/figure.ts',
      'emails/drawings/foot.ts',
      'emails/drawings/geometry.ts',
      'emails/drawings/ink.ts',
      'emails/drawings/scene.ts',
      'emails/drawings/poses',
      'tools/build/drawings.ts',
    ],
    outputs: [DRAWINGS],
    run: () => call('tools/build/drawings.ts', 'buildDrawings'),
  };
  const curriculum: Step = {
    name: 'curriculum',
    inputs: ['curriculum', 'program', 'docs/clinical-rules.md', 'tools/build', DRAWINGS, ...COMMON],
    outputs: ['dist/curriculum.json'],
    run: () => call('tools/build/curriculum/curriculum.ts', 'buildCurriculum'),
  };
  const mails: Step = {
    name: 'mails',
    inputs: ['emails', 'tools/build', ...COMMON],
    outputs: ['emails/compiled'],
    run: () => call('tools/build/mails.ts', 'buildMails'),
  };
  const knownWords: Step = {
    name: 'known words',
    inputs: [
      'emails',
      'emails/compiled',
      'program',
      'views',
      'dist/curriculum.json',
      'tools/build',
      ...COMMON,
    ],
    outputs: ['dist/known-words.json'],
    run: () => call('tools/build/known-words.ts', 'buildKnownWords'),
  };
  const bundles = functionNames(ROOT).map(
    (name): Step => ({
      name: `bundle ${name}`,
      inputs: [
        `functions/${name}`,
        'functions/shell',
        'program',
        'views',
        'emails',
        'emails/compiled',
        'web',
        'dist/curriculum.json',
        'dist/known-words.json',
        'tools/build/bundle.ts',
        'tools/build/slim.ts',
        ...COMMON,
      ],
      outputs: [`dist/${name}`],
      run: async () => {
        const { bundleFunction } = await import('./bundle.ts');
        return kilobytes((await bundleFunction(ROOT, name)).bytes);
      },
    }),
  );
  const workbench: Step = {
    name: 'workbench',
    inputs: [
      'local/workbench/client',
      'program/answers',
      'simulate/personas',
      'test/journeys/personas',
      'tools/build/workbench.ts',
      ...COMMON,
    ],
    outputs: ['dist/workbench'],
    run: () => call('tools/build/workbench.ts', 'buildWorkbench'),
  };
  const there = (file: string): boolean => existsSync(path.join(ROOT, file));
  const documents: Step = {
    name: 'documents',
    inputs: [
      'curriculum',
      'program',
      'views',
      'web',
      'emails',
      'emails/compiled',
      'tools/build/docs/documents.ts',
      'tools/scale',
      'functions/dispatch/pace.ts',
      'functions/shell/store/items/table.ts',
      'infra/lanes.ts',
      'infra/throttles.ts',
      'tools/build',
      ...COMMON,
    ],
    outputs: [
      ...['docs/rules.md', 'docs/curriculum-trace.md', 'docs/scale.md'],
      ...['docs/pictures/scale-built.svg', 'docs/pictures/scale-wide.svg'],
    ],
    run: () => call('tools/build/docs/documents.ts', 'buildDocuments'),
  };
  const rooms: Step = {
    name: 'rooms',
    inputs: [...TOP, ...COMMON],
    outputs: ['docs/architecture.md'],
    run: () => call('tools/build/docs/rooms.ts', 'buildArchitecture'),
  };
  return [
    drawings,
    ...(there('tools/build/curriculum/curriculum.ts') ? [curriculum] : []),
    ...(there('tools/build/mails.ts') ? [mails] : []),
    knownWords,
    ...bundles,
    workbench,
    documents,
    rooms,
  ];
}

/**
 * Builds what is stale, in order. Throws the first failure, with the name of the step before its sentence.
 */
export async function build(options: BuildOptions = {}): Promise<BuildReport> {
  const print = options.print ?? ((line) => process.stdout.write(`${line}\n`));
  const started = performance.now();
  const ran: string[] = [];
  for (const step of steps()) {
    if (options.force !== true && isFresh(ROOT, step)) continue;
    const inputs = digestOf(ROOT, step.inputs);
    const from = performance.now();
    const said = await step.run().catch((fault: unknown) => {
      throw new Error(`build: ${step.name}: ${fault instanceof Error ? fault.message : String(fault)}`, {
        cause: fault,
      });
    });
    writeStamp(ROOT, step, inputs);
    ran.push(step.name);
    print(`  ${step.name.padEnd(18)} ${seconds(performance.now() - from)}  ${said}`.trimEnd());
  }
  return { ran, milliseconds: performance.now() - started };
}

/**
 * Builds what is stale before a command runs what was built; says so on standard error. Tests have built
 * already, and so has whoever sets CALF_COACH_BUILT=1.
 */
export async function buildFirst(): Promise<void> {
  if (process.env['CALF_COACH_BUILT'] === '1') return;
  await build({ print: (line) => void process.stderr.write(`${line}\n`) });
}

/** As a person reads it: `1.2 s`. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
