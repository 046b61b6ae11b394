/**
 * Texts that others wrote: the replies in the tests of planer and the headers that email-reply-parser says it
 * was written for, as both packages ship them (MIT).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface TheirText {
  readonly id: string;
  readonly text: string;
  /** What its author takes as the new part. */
  readonly wanted: string;
}

const { resolve } = createRequire(import.meta.url);
const fileOf = (entry: string, name: string): string =>
  readFileSync(path.join(path.dirname(resolve(entry)), name), 'utf8');

/** A heredoc of CoffeeScript: its lines without the indentation that all but the first share. */
function heredoc(text: string): string {
  const [first = '', ...others] = text.split('\n');
  const indents = others
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return [
    first,
    ...others.map((line) => line.slice(Math.min(shared, line.length - line.trimStart().length))),
  ].join('\n');
}

/** A text that is given, in one of three kinds of quotes, or what is expected of it. */
const STEP = new RegExp(
  [
    String.raw`(msgBody|reply) ?= ?(?:"{3}([\s\S]*?)"{3}|'([^']*)'|"((?:[^"\\]|\\.)*)")`,
    String.raw`\.to\.equal\((?:'([^']*)'|(\w+))\)`,
  ].join('|'),
  'g',
);

/** Every `expect(planer.extractFromPlain(msgBody)).to.equal(…)` of its tests. */
export function textsOfPlaner(): readonly TheirText[] {
  const blocks = fileOf('planer', '../test/planerText.test.coffee')
    .split(/\n {2}it '/)
    .slice(1);
  return blocks.flatMap((block) => {
    const title = block.slice(0, block.indexOf("', ->"));
    const held = { msgBody: '', reply: '' };
    const found: TheirText[] = [];
    for (const [, name, long, single, double, said, named] of block.matchAll(STEP)) {
      if (name === 'msgBody' || name === 'reply')
        held[name] = long === undefined ? (single ?? (JSON.parse(`"${double}"`) as string)) : heredoc(long);
      else
        found.push({
          id: `${title} (${found.length + 1})`,
          text: held.msgBody,
          wanted: said ?? (named === 'reply' ? held.reply : held.msgBody),
        });
    }
    return found;
  });
}

const FILLED: readonly (readonly [string, string])[] = [
  ['20YY-MM-DD HH:II', '2026-03-08 07:00'],
  ['DD.MM.20YY HH:II', '08.03.2026 07:00'],
  ['HH:II', '07:00'],
  ['DATE', '8. March 2026'],
  ['TIME', '07:00'],
  ['NAME', 'Calf Coach'],
  ['EMAIL', 'coach@calf.example'],
];

/** The headers behind the patterns of email-reply-parser ("On DATE, NAME <EMAIL> wrote:"), filled in. */
export function headersOfEmailReplyParser(): readonly string[] {
  const remarks = [...fileOf('email-reply-parser', 'regex.js').matchAll(/\/m?u?, \/\/ >? ?(.+)$/gm)];
  const shapes = remarks
    .map(([, remark = '']) => remark.replace(/\(With.*\)/, ''))
    .filter((remark) => /DATE|NAME|EMAIL|20YY/.test(remark))
    .flatMap((remark) => remark.split(/"? OR "?/))
    // "pisze|napisał:" is one of two words.
    .flatMap((shape) => {
      const [, front, one, other] = /^(.* )(\S+)\|(\S+):$/.exec(shape) ?? [];
      return front === undefined ? [shape] : [`${front}${one}:`, `${front}${other}:`];
    });
  return shapes.map((shape) =>
    FILLED.reduce((text, [name, value]) => text.replace(name, value), shape.replaceAll('"', '').trim()),
  );
}
