/**
 * Sentences for people in source text, found in the syntax tree. The handlers hold none: their words are one
 * map of refusals and one of notices (views/words). The wording gate reads those of the other folders.
 */
import ts from 'typescript';
import type { SourceFile } from './tree.ts';

export interface Sentence {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/**
 * Calls whose words are for an operator or a developer: faults, assertions, log lines, patterns of a schema.
 */
const FOR_OPERATORS =
  /^(?:assert|Error|\w*Error|BadForm|write|regex|refine|describe|createHmac)$|^(?:info|warn|error|debug)$/;

const calledName = (node: ts.CallExpression | ts.NewExpression): string =>
  ts.isPropertyAccessExpression(node.expression)
    ? node.expression.name.text
    : ts.isIdentifier(node.expression)
      ? node.expression.text
      : '';

function isForOperators(node: ts.Node): boolean {
  for (let above = node.parent; above !== undefined; above = above.parent) {
    if ((ts.isCallExpression(above) || ts.isNewExpression(above)) && FOR_OPERATORS.test(calledName(above)))
      return true;
    if (ts.isFunctionLike(above) || ts.isVariableStatement(above)) return false;
  }
  return false;
}

/** The text of a literal, a substitution read as one word; null for anything else. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => `X${span.literal.text}`).join('');
  return null;
}

/** A capital word before a small one, or four words in a row: neither markup nor code reads like that. */
const SENTENCE = /^["“]?[A-Z][\p{Ll}’']*,? [\p{Ll}’']{2,}|(?:[\p{L}’']+ ){3}[\p{L}’']+/u;

/** What reads like words for a person in one file. */
export function sentencesIn({ name, text }: SourceFile): readonly Sentence[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    const said = textOf(node);
    const isModule =
      ts.isImportDeclaration(node.parent ?? node) || ts.isExportDeclaration(node.parent ?? node);
    if (said !== null && !isModule && SENTENCE.test(said) && !isForOperators(node))
      found.push({
        file: name,
        line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
        text: said,
      });
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}
