/**
 * What biome cannot say about the pure folders: ambient clock, chance, environment and log, found in the
 * syntax tree (a comment may name them).
 */
import ts from 'typescript';
import type { SourceFile } from './tree.ts';

export const PURE_FOLDERS = ['program/', 'views/', 'emails/', 'web/'] as const;

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

/** `object.member` pairs that read the world. */
const MEMBERS = new Set([
  'Math.random',
  'Date.now',
  'Temporal.Now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'performance.now',
]);
/** Globals that are the world; a property or a type member of that name is not meant. */
const GLOBALS = new Set([
  'process',
  'console',
  'globalThis',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'eval',
  'require',
]);

const isOwnName = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  return (
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ((ts.isPropertySignature(parent) || ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent)) &&
      parent.name === node)
  );
};

function ambient(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const pair = `${node.expression.text}.${node.name.text}`;
    if (MEMBERS.has(pair)) return pair;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (ts.isMetaProperty(node)) return 'import.meta';
  if (ts.isIdentifier(node) && GLOBALS.has(node.text) && !isOwnName(node)) return node.text;
  return null;
}

/** Every reading of the world in a file. */
export function impurities(file: SourceFile): readonly Finding[] {
  const source = ts.createSourceFile(file.name, file.text, ts.ScriptTarget.Latest, true);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const what = ambient(node);
    if (what !== null)
      found.push({
        file: file.name,
        line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        what,
      });
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}
