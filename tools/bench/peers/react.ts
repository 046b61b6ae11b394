/**
 * The flat mail as a React component: the element tree of its HTML, with values in their places. Comments
 * (for Outlook) have no JSX and are left out.
 */
import { type DefaultTreeAdapterTypes, parse, html as spec } from 'parse5';
import { createElement, Fragment, type ReactElement } from 'react';
import type { flatten } from '../mail/recorded.ts';

type Flat = ReturnType<typeof flatten>;
type Values = Readonly<Record<string, string | number>>;
type Make = (values: Values) => ReactElement | string;

const MARK = /QZ(v\d+)ZQ/g;
/** Attribute names as React wants them. */
const NAMES: Readonly<Record<string, string>> = {
  class: 'className',
  cellpadding: 'cellPadding',
  cellspacing: 'cellSpacing',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  charset: 'charSet',
  'http-equiv': 'httpEquiv',
  bgcolor: 'bgcolor',
  valign: 'valign',
};
const styleOf = (style: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    style
      .split(';')
      .filter((one) => one.includes(':'))
      .map((one) => {
        const at = one.indexOf(':');
        return [
          one
            .slice(0, at)
            .trim()
            .replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase()),
          one.slice(at + 1).trim(),
        ];
      }),
  );

/** Words with marks as a function of the values. */
function filled(words: string): (values: Values) => string {
  const pieces = words.split(MARK);
  if (pieces.length === 1) return () => words;
  return (values) => pieces.map((piece, index) => (index % 2 === 0 ? piece : String(values[piece]))).join('');
}

function makerOf(node: DefaultTreeAdapterTypes.ChildNode): Make | null {
  if ('value' in node) return filled(node.value);
  if (!('tagName' in node)) return null;
  const fixed: Record<string, unknown> = {};
  const open: [name: string, value: (values: Values) => string][] = [];
  for (const { name, value } of node.attrs) {
    if (name === 'style') fixed['style'] = styleOf(value);
    else if (value.includes('QZv')) open.push([NAMES[name] ?? name, filled(value)]);
    else fixed[NAMES[name] ?? name] = value;
  }
  const { tagName, childNodes } = node;
  if (tagName === 'style') {
    const css = childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    return () => createElement('style', { ...fixed, dangerouslySetInnerHTML: { __html: css } });
  }
  const children = childNodes.map(makerOf).filter((make) => make !== null);
  return (values) => {
    const props = { ...fixed };
    for (const [name, value] of open) props[name] = value(values);
    return createElement(tagName, props, ...children.map((make) => make(values)));
  };
}

/** The component: values in, element out. */
export function reactMail(flat: Flat): (values: Values) => ReactElement {
  const source = flat.map((piece, index) => ('literal' in piece ? piece.literal : `QZv${index}ZQ`)).join('');
  const root = parse(source).childNodes.find(
    (node) => 'tagName' in node && node.namespaceURI === spec.NS.HTML,
  );
  const make = root === undefined ? null : makerOf(root);
  if (make === null) throw new Error('a mail without an html element');
  return (values) => createElement(Fragment, null, make(values));
}
