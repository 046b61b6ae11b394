/** The written plain text. Numbers in brackets are those of the quality bar. */
import { describe, it } from 'vitest';
import { every, hrefs, visible } from './every-mail.ts';

describe('the plain text', () => {
  it('has lines of 76 at most, and URLs stand alone [46]', () =>
    every(({ text }) => text.split('\n').every((l) => (/https?:\/\//.test(l) ? /^https?:\/\/\S+$/.test(l) : l.length <= 76))));
  it('has no entity and no tag [46]', () => every(({ id, text }) => id.includes('markup') || !/&[a-z#0-9]+;|<[a-z/]/i.test(text)));
  it('has every link of the HTML, the numbers of the grid in one [46]', () =>
    every(({ html, text, view }) => {
      const scale = 'scale' in view.body ? new Set(view.body.scale.map((s) => s.url)) : new Set<string>();
      return [...new Set(hrefs(html))].filter((u) => !scale.has(u)).every((u) => text.split('\n').includes(u)) || 'a link is missing';
    }));
  it('has every instruction of the HTML [46]', () =>
    every(({ html, text }) => {
      const flat = text.replace(/\s+/g, ' ');
      const plainly = (s: string): string =>
        s.replaceAll('’', "'").replaceAll('–', '-').replaceAll('×', 'x').replaceAll('·', '-').replace(/\s+/g, ' ').trim();
      const sentences = [...html.matchAll(/<(?:li|p|h1|h2)\b[^>]*>([^<]+)<\//g)].map((m) => plainly(visible(`<body>${m[1]}`)));
      const lost = sentences.filter((s) => !flat.includes(s));
      return lost.length <= sentences.length * 0.25 || lost.join(' | ');
    }));
  it('is ASCII but for a name', () => every(({ id, text }) => /right|emoji/.test(id) || /^[\x20-\x7e\n]*$/.test(text)));
  it('ends with a signature that says who, where and how to leave [47, 48]', () =>
    every(({ text, view }) => {
      const signature = text.slice(text.indexOf('\n-- \n'));
      const flat = signature.replace(/\s+/g, ' ');
      const { operator, links } = view.frame;
      return (
        text.includes('\n-- \n') &&
        flat.includes(operator.name) &&
        flat.includes(operator.postal) &&
        signature.includes(links.safety) &&
        (links.unsubscribe === null || signature.includes(links.unsubscribe))
      );
    }));
});
