/** The one escaping template of the pages. Everything interpolated is escaped unless it is itself `Html`. */
import { html as escaping, raw } from 'hono/html';

/** Markup that has already been escaped. */
export type Html = ReturnType<typeof raw>;

/**
 * A value that may stand in a template: text is escaped, nothing and false leave no trace, lists are joined.
 */
export type Piece = string | number | Html | null | false | readonly Piece[];

/** Tagged template of markup. Our views hold no promises, so the result is always a finished string. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const made = escaping(strings, ...values);
  if (made instanceof Promise) throw new Error('a page was given a promise');
  return made;
}

/**
 * Text of ours that is markup already (style sheet, drawings). Never call it with anything that came from
 * outside.
 */
export const trusted = (markup: string): Html => raw(markup);

/** Nothing, where a template wants markup. */
export const NOTHING: Html = raw('');

/** One element for each item. */
export const each = <T>(items: readonly T[], element: (item: T, index: number) => Piece): readonly Piece[] =>
  items.map(element);
