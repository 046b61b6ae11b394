/**
 * The walls hold, and each of them would notice: for every rule one import that must be reported, and one
 * like it that must not.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWalls, type WallReport, wallRules } from '../../tools/quality/guards/walls.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Inside the project, so that packages resolve as they do for the real tree. */
const CACHE = path.join(ROOT, '.cache');

type Tree = Readonly<Record<string, string>>;
const made: string[] = [];

function plant(tree: Tree): string {
  mkdirSync(CACHE, { recursive: true });
  const root = mkdtempSync(path.join(CACHE, 'walls-'));
  made.push(root);
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), `${text}\n`);
  }
  return root;
}
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true });
});

/** What the bad imports point at. */
const TARGETS: Tree = {
  'program/state.ts': 'export const state = 1;',
  'program/answers/intake.ts': 'export const answers = 1;',
  'program/participant/state.ts': 'export type Person = 1;\nexport const state = 1;',
  'program/participant/mail-kinds.ts': 'export type MailKind = 1;',
  'program/plan/maintenance-plan.ts': 'export type Plan = 1;',
  'views/plan.ts': 'export const view = 1;',
  'emails/plan.ts': 'export const mail = 1;',
  'web/page.ts': 'export const page = 1;',
  'functions/shell/env.ts': 'export const env = 1;',
  'functions/shell/store/items/table.ts': 'export const table = 1;',
  'functions/shell/log.ts': 'export const log = 1;',
  'functions/signup/handler.ts': 'export const handler = 1;',
  'infra/app.ts': 'export const app = 1;',
  'local/main.ts': 'export const main = 1;',
  'tools/build/build.ts': 'export const build = 1;',
  'test/help.ts': 'export const help = 1;',
};

/** rule → imports that break it: file → imported specifier. */
const CANARIES: Readonly<Record<string, Tree>> = {
  'programme-is-pure': {
    'program/bad-core.ts': 'node:fs',
    'program/bad-page.ts': '../web/page.ts',
    'program/bad-view.ts': '../views/plan.ts',
    'program/bad-yaml.ts': 'yaml',
    'program/bad-sdk.ts': '@aws-sdk/client-ses',
    'program/bad-shell.ts': '../functions/shell/log.ts',
  },
  'zones-in-one-file': {
    'program/plan/bad-zone.ts': 'temporal-polyfill',
    'program/kernel/calendar.ts': 'temporal-polyfill',
    'functions/send/bad-zone.ts': 'temporal-polyfill',
  },
  'views-are-pure': {
    'views/bad-core.ts': 'node:crypto',
    'views/bad-zod.ts': 'zod',
    'views/bad-mail.ts': '../emails/plan.ts',
  },
  'mails-are-pure': {
    'emails/bad-core.ts': 'node:crypto',
    'emails/bad-page.ts': '../web/page.ts',
    'emails/bad-zod.ts': 'zod',
  },
  'pages-are-pure': {
    'web/bad-mail.ts': '../emails/plan.ts',
    'web/bad-hono.ts': 'hono',
    'web/bad-shell.ts': '../functions/shell/env.ts',
  },
  'looks-see-views': {
    'emails/bad-week.ts': '../program/state.ts',
    'web/bad-plan.ts': '../program/plan/maintenance-plan.ts',
  },
  'looks-know-no-participant': {
    'emails/bad-person.ts': '../program/participant/state.ts',
    'web/bad-person.ts': '../program/participant/state.ts',
  },
  'outbox-knows-no-course': {
    'program/mails/bad-plan.ts': '../plan/maintenance-plan.ts',
    'program/mails/bad-course.ts': '../state.ts',
  },
  'compilers-at-build-only': {
    'local/bad-compiler.ts': '../tools/build/build.ts',
    'simulate/bad-compiler.ts': '../tools/build/build.ts',
  },
  'handlers-are-islands': { 'functions/enrol/bad-neighbour.ts': '../signup/handler.ts' },
  'shell-knows-no-handler': { 'functions/shell/bad-handler.ts': '../signup/handler.ts' },
  'only-send-renders-mail': {
    'functions/account/bad-mail.ts': '../../emails/plan.ts',
    'functions/shell/bad-mail.ts': '../../emails/plan.ts',
  },
  'mjml-at-build-only': {
    'functions/send/bad-mjml.ts': 'mjml',
    'emails/bad-mjml.ts': 'mjml',
    'cli/bad-mjml.ts': 'mjml',
    'local/bad-mjml.ts': 'mjml',
  },
  'infra-sees-contracts-only': {
    'infra/bad-log.ts': '../functions/shell/log.ts',
    'infra/bad-state.ts': '../program/state.ts',
  },
  'cdk-in-infra-only': { 'functions/shell/bad-cdk.ts': 'aws-cdk-lib', 'local/bad-cdk.ts': 'constructs' },
  'nobody-ships-the-workshop': {
    'functions/send/bad-local.ts': '../../local/main.ts',
    'infra/bad-tool.ts': '../tools/build/build.ts',
    'web/bad-test.ts': '../test/help.ts',
  },
  'functions-do-not-see-infra': { 'functions/shell/bad-infra.ts': '../../infra/app.ts' },
  'no-development-package-in-a-lambda': {
    'functions/signup/bad-dev.ts': 'mailparser',
    'functions/shell/bad-tool.ts': 'esbuild',
  },
  'no-cycles': { 'program/egg.ts': './hen.ts', 'program/hen.ts': './egg.ts' },
  'nothing-unresolvable': { 'web/bad-gone.ts': './gone.ts', 'tools/bench/bad-peer.ts': 'not-installed' },
};

/** Imports the design allows; none may be reported. */
const ALLOWED: Tree = {
  'program/good.ts': "export * from 'zod';\nexport * from './state.ts';",
  'program/calendar.ts': "export * from 'temporal-polyfill';",
  'views/good.ts': "export * from '../program/state.ts';\nexport * from './plan.ts';",
  'emails/good.ts':
    "export * from '../views/plan.ts';\nexport * from '../program/answers/intake.ts';\nimport type { MailKind } from '../program/participant/mail-kinds.ts';\nexport type K = MailKind;\nexport * from './plan.ts';",
  'web/good.ts':
    "export * from 'hono/html';\nexport * from '../program/answers/intake.ts';\nimport type { Plan } from '../program/plan/maintenance-plan.ts';\nexport type P = Plan;",
  'program/mails/good.ts': "export * from '../participant/state.ts';\nexport * from '../calendar.ts';",
  'functions/send/good.ts':
    "export * from '../../emails/plan.ts';\nexport * from '../shell/log.ts';\nimport type { SQSEvent } from 'aws-lambda';\nexport type E = SQSEvent;",
  'functions/signup/good.ts':
    "export * from './handler.ts';\nexport * from '@aws-sdk/client-sqs';\nexport * from 'hono';\nexport * from 'node:crypto';",
  'infra/good.ts':
    "export * from '../functions/shell/env.ts';\nexport * from '../functions/shell/store/items/table.ts';\nexport * from 'constructs';",
  'local/good.ts': "export * from '../functions/signup/handler.ts';\nexport * from '../program/state.ts';",
  'tools/build/good.ts': "import mjml from 'mjml';\nexport const m = mjml;",
  'test/good.ts': "export * from '../local/main.ts';\nexport * from '../tools/build/build.ts';",
};

const imports = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([file, to]) => [file, `import * as x from '${to}';\nexport const y = x;`]),
  );

describe('canaries of the walls', () => {
  let report: WallReport;
  beforeAll(async () => {
    const bad: Tree = Object.assign({}, ...Object.values(CANARIES).map(imports));
    report = await checkWalls(plant({ ...TARGETS, ...bad }));
  });

  it('has a canary for every rule and a rule for every canary', () => {
    expect(Object.keys(CANARIES).sort()).toEqual(
      wallRules()
        .forbidden.map((rule) => rule.name)
        .sort(),
    );
  });

  it.each(
    Object.entries(CANARIES).flatMap(([rule, files]) => Object.keys(files).map((file) => ({ rule, file }))),
  )('$rule reports $file', ({ rule, file }) => {
    const hit = report.breaches.some((breach) => breach.rule === rule && breach.from === file);
    // A cycle is reported once, from one of its files.
    const partner =
      rule === 'no-cycles' && report.breaches.some((breach) => breach.rule === rule && breach.to === file);
    expect(hit || partner, JSON.stringify(report.breaches.filter((breach) => breach.from === file))).toBe(
      true,
    );
  });

  it('names no innocent file', () => {
    const guilty = new Set(Object.values(CANARIES).flatMap((files) => Object.keys(files)));
    expect(report.breaches.filter((breach) => !guilty.has(breach.from))).toEqual([]);
  });
});

describe('the walls', () => {
  it('let everything through that the design allows', async () => {
    const allowed = await checkWalls(plant({ ...TARGETS, ...ALLOWED }));
    expect(allowed.breaches).toEqual([]);
    expect(allowed.modules).toBe(Object.keys(TARGETS).length + Object.keys(ALLOWED).length);
  });

  it('let the peers of the benchmark be absent: they are installed when it runs', async () => {
    const peer = { 'tools/bench/peers/good.ts': "export const peer = () => import('not-installed');" };
    expect((await checkWalls(plant(peer))).breaches).toEqual([]);
  });

  it('refuse to judge a tree in which nothing is seen', async () => {
    await expect(checkWalls(plant({ 'docs/readme.md': 'none' }))).rejects.toThrow('no source folder');
    await expect(checkWalls(plant({ 'program/readme.md': 'none' }))).rejects.toThrow('no module');
  });

  it('hold in this project', async () => {
    const report = await checkWalls(ROOT);
    expect(report.breaches).toEqual([]);
  });
});
