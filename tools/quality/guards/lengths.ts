/**
 * Files and functions that outgrew the house limits (docs/architecture.md §17): over them the gate asks why.
 */
import ts from 'typescript';
import type { SourceFile } from './tree.ts';

export const FILE_LIMIT = 300;
export const FUNCTION_LIMIT = 70;

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
