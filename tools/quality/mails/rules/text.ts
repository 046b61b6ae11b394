/** Group E: the written plain text. */
import { ascii } from '../../../../emails/plain.ts';
import { type GateMail, headerOf, hrefs, withoutOwnWords } from '../mail.ts';
import { instructionsOf } from './instructions.ts';
import { all, demand, type MailRule, rule } from './rule.ts';

const squashed = (words: string): string => ascii(words).replace(/\s+/g, ' ').trim();

function written(mail: GateMail) {
  const { text, view } = mail;
  const ours = withoutOwnWords(text, view);
  const lines = ours.split('\n');
  const name = view?.frame.firstName ?? '';
  const flat = squashed(text);
  const lost = instructionsOf(mail, 'text').find((sentence) => !flat.includes(squashed(sentence)));
  const bad = lines.find((line) =>
    /https?:\/\//.test(line) ? !/^https?:\/\/\S+$/.test(line) : line.length > 76,
  );
  return all(
    demand(bad === undefined, `a line too long, or a URL that does not stand alone: ${bad?.slice(0, 60)}`),
    demand(/[<&]/.test(name) || !/&[a-z#0-9]+;|<\/?[a-z]/i.test(ours), 'markup in the plain text'),
    demand(lost === undefined, `not in the plain text: ${lost}`),
  );
}

/**
 * The one link of the check-in stands for the eleven of its grid, the page of all exercises for each of them.
 */
const spokenFor = (url: string, lines: ReadonlySet<string>): boolean =>
  /\/c\/[^/]+\/\d+$/.test(url) ||
  (/\/programme#EX-/.test(url) && lines.has(url.replace(/#.*/, '#exercises')));
function sameLinks({ html, text, message }: GateMail) {
  const lines = new Set(text.split('\n'));
  const lost = [...new Set(hrefs(html))].find((url) => !spokenFor(url, lines) && !lines.has(url));
  const leave = /<(https?:[^>]*)>/.exec(headerOf(message, 'List-Unsubscribe') ?? '')?.[1];
  const hosts = (list: readonly string[]): string =>
    [...new Set(list.map((url) => new URL(url).host))].sort().join();
  return all(
    demand(lost === undefined, `only in the HTML: ${lost}`),
    demand(leave === undefined || lines.has(leave), 'the way to leave is missing'),
    demand(hosts(hrefs(html)) === hosts(text.match(/https?:\/\/\S+/g) ?? []), 'other hosts than the HTML'),
  );
}

function signature({ text, view }: GateMail) {
  const at = text.lastIndexOf('\n-- \n');
  const flat = squashed(text.slice(at));
  const { operator } = view?.frame ?? { operator: null };
  return all(
    demand(at > 0 && text.indexOf('\n-- \n') === at, 'no signature, or two'),
    demand(
      /No person reads replies/.test(flat) && /does not diagnose, treat or monitor/.test(flat),
      'the signature does not say what this is',
    ),
    demand(
      operator === null ||
        (flat.includes(squashed(operator.name)) && flat.includes(squashed(operator.postal))),
      'nobody signs',
    ),
  );
}

export const TEXT_RULES: readonly MailRule[] = [
  rule(46, 'E', 'written for reading: every instruction, short lines, no markup', written),
  rule(47, 'E', 'the links of the HTML, the way to leave, the same hosts', sameLinks),
  rule(48, 'E', 'a signature that says who, where and what this is', signature),
];
