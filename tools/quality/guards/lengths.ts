/**
 * Files and functions that outgrew the house limits (docs/architecture.md §17): over them the gate asks why.
 */
import ts from 'typescript';
import type { SourceFile } from './tree.ts';

export const FILE_LIMIT = 300;
export const FUNCTION_LIMIT = 70;
export const COLUMN_LIMIT = 110;
export const PARAMETER_LIMIT = 4;
export const BRANCH_LIMIT = 20;
/** Files of code that stand in one folder: more are a pile, not a room (docs/architecture.md §3). */
export const FOLDER_LIMIT = 20;

/** `name` is the file, or `file#function`. */
export interface TooLong {
  readonly name: string;
  readonly lines: number;
}

const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  if (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent))
    return node.parent.name.getText();
  return ts.isConstructorDeclaration(node) ? 'constructor' : 'anonymous';
}

/** Functions of one file that span more than the limit, the signature included. */
export function longFunctions(file: SourceFile): readonly TooLong[] {
  const source = ts.createSourceFile(file.name, file.text, ts.ScriptTarget.Latest, true);
  const found: TooLong[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lines = lineCount(node.getText(source));
      if (lines > FUNCTION_LIMIT)
        found.push({ name: `${file.name}#${nameOf(node as ts.FunctionLikeDeclaration)}`, lines });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** The file itself when it is over the limit. */
export const longFile = (file: SourceFile): readonly TooLong[] => {
  const lines = lineCount(file.text);
  return lines > FILE_LIMIT ? [{ name: file.name, lines }] : [];
};

/**
 * All that is too long: every source file by its lines; functions everywhere but in tests, where a `describe`
 * is a chapter, not a function.
 */
export function tooLong(files: readonly SourceFile[]): readonly TooLong[] {
  const sources = files.filter(({ name }) => /\.(ts|mts|cjs|mjs|mjml)$/.test(name));
  const functions = sources.filter(({ name }) => name.endsWith('.ts') && !name.startsWith('test/'));
  return [...sources.flatMap(longFile), ...functions.flatMap(longFunctions)];
}

/** What one file or function has too much of: `n` lines that are too wide, parameters, or ways through. */
export interface Over {
  readonly name: string;
  readonly n: number;
}

/** Folders of the product and its tools with more files of code than the limit. */
export function fullFolders(files: readonly SourceFile[]): readonly Over[] {
  const counts = new Map<string, number>();
  for (const { name } of files.filter((file) => isCode(file) && !file.name.startsWith('test/'))) {
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, n]) => n > FOLDER_LIMIT).map(([name, n]) => ({ name, n }));
}

const isCode = ({ name }: SourceFile): boolean => /\.(ts|mts|cjs|mjs)$/.test(name);

/** Files with lines wider than the limit, and how many each has. */
export const wideLines = (files: readonly SourceFile[]): readonly Over[] =>
  files
    .filter(isCode)
    .map(({ name, text }) => ({ name, n: text.split('\n').filter((l) => l.length > COLUMN_LIMIT).length }))
    .filter(({ n }) => n > 0);

const BRANCHES = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CatchClause,
]);
const SHORT_CUTS = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Ways through one function (McCabe); functions inside it count for themselves. */
function waysThrough(body: ts.Node): number {
  let ways = 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (BRANCHES.has(node.kind)) ways += 1;
    if (ts.isBinaryExpression(node) && SHORT_CUTS.has(node.operatorToken.kind)) ways += 1;
    node.forEachChild(visit);
  };
  visit(body);
  return ways;
}

/**
 * Every function with a body of the product and its tools, as `file#name`, with its parameters and its ways
 * through.
 */
function functionsOf(
  file: SourceFile,
): readonly { readonly name: string; readonly parameters: number; readonly ways: number }[] {
  const source = ts.createSourceFile(file.name, file.text, ts.ScriptTarget.Latest, true);
  const found: { name: string; parameters: number; ways: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const name = `${file.name}#${nameOf(node as ts.FunctionLikeDeclaration)}`;
      found.push({ name, parameters: node.parameters.length, ways: waysThrough(node.body as ts.Node) });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** Functions with too many parameters and with too many ways through, tests left out. */
export function crowded(files: readonly SourceFile[]): {
  readonly parameters: readonly Over[];
  readonly branches: readonly Over[];
} {
  const all = files
    .filter(({ name }) => name.endsWith('.ts') && !name.startsWith('test/'))
    .flatMap(functionsOf);
  return {
    parameters: all
      .filter(({ parameters }) => parameters > PARAMETER_LIMIT)
      .map(({ name, parameters: n }) => ({ name, n })),
    branches: all.filter(({ ways }) => ways > BRANCH_LIMIT).map(({ name, ways: n }) => ({ name, n })),
  };
}
