/**
 * The product as a Lambda carries it: bundled and minified. Sources run through a development loader are up
 * to three times as slow.
 */
import { build } from 'esbuild';
import { ROOT } from '../quality/guards/tree.ts';

const SOURCE = `
export { headersFor } from './emails/headers.ts';
export { writeMessage } from './emails/mime.ts';
export { renderMail } from './emails/render.ts';
export { dueFields } from './program/adapt/due.ts';
export { decideRule } from './program/adapt/decision-table.ts';
export { decideWeek } from './program/adapt/decide-week.ts';
export { checkInAnswers } from './program/answers/check-in.ts';
export { apply, decide } from './program/decide.ts';
export { openingOf } from './program/week/asked-week.ts';
export { wakeAt } from './program/mails/wake-at.ts';
export { startPoint } from './program/triage/start.ts';
export { triageIntake } from './program/triage/triage.ts';
export { makeMailer } from './functions/shell/mail/mailer.ts';
`;
interface Product {
  readonly headersFor: typeof import('../../emails/headers.ts').headersFor;
  readonly writeMessage: typeof import('../../emails/mime.ts').writeMessage;
  readonly renderMail: typeof import('../../emails/render.ts').renderMail;
  readonly dueFields: typeof import('../../program/adapt/due.ts').dueFields;
  readonly decideRule: typeof import('../../program/adapt/decision-table.ts').decideRule;
  readonly decideWeek: typeof import('../../program/adapt/decide-week.ts').decideWeek;
  readonly checkInAnswers: typeof import('../../program/answers/check-in.ts').checkInAnswers;
  readonly apply: typeof import('../../program/decide.ts').apply;
  readonly decide: typeof import('../../program/decide.ts').decide;
  readonly openingOf: typeof import('../../program/week/asked-week.ts').openingOf;
  readonly wakeAt: typeof import('../../program/mails/wake-at.ts').wakeAt;
  readonly startPoint: typeof import('../../program/triage/start.ts').startPoint;
  readonly triageIntake: typeof import('../../program/triage/triage.ts').triageIntake;
  readonly makeMailer: typeof import('../../functions/shell/mail/mailer.ts').makeMailer;
}

let loaded: Promise<Product> | undefined;
const BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire('file:///');";

async function load(): Promise<Product> {
  const stdin = { contents: SOURCE, resolveDir: ROOT, loader: 'ts' as const };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
    banner: { js: BANNER },
  });
  return (await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}`
  )) as Product;
}
/** Bundles once a process. */
export const product = (): Promise<Product> => {
  loaded ??= load();
  return loaded;
};
