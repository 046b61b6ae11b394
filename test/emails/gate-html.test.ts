/** The HTML: structure and what stands in it. Numbers in brackets are those of the quality bar. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { anchors, bodyOf, every, hrefs, mails, urlsOf, visible } from './every-mail.ts';

describe('the HTML', () => {
  const loader = new StaticConfigLoader({
    extends: ['html-validate:document', 'html-validate:a11y', 'html-validate:standard'],
    rules: {
      'no-inline-style': 'off',
      'no-deprecated-attr': 'off',
      'no-conditional-comment': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'attribute-allowed-values': 'off',
      'element-required-content': 'off',
      'long-title': 'off',
      'no-implicit-button-type': 'off',
      'meta-refresh': 'off',
      // The wrapper is a <div role="article">: webmail clients drop <article>.
      'prefer-native-element': ['error', { exclude: ['article'] }],
    },
  });
  const validator = new HtmlValidate(loader);
  it('has no finding of html-validate [33]', async () => {
    for (const { id, html } of mails.filter((m) => m.id.includes('as it is'))) {
      const { results } = await validator.validateString(html);
      expect(results.flatMap((r) => r.messages.map((m) => `${id}: ${m.ruleId} ${m.message}`))).toEqual([]);
    }
  });
  it('no placeholder is left [20]', () =>
    every(({ subject, preheader, html, text }) => !/undefined|\bnull\b|NaN|\[object|TODO|lorem/i.test(`${subject}${preheader}${html}${text}`)));
  it('no braces are left, not even of a name [20]', () => every(({ html, text }) => !/\{\{|\}\}/.test(`${bodyOf(html)}${text}`)));
  it('lang and dir on html and every child of body [21, 22]', () =>
    every(
      ({ html }) =>
        /<html lang="en" dir="ltr"/.test(html) &&
        /<body[^>]*><div lang="en" dir="ltr"[^>]*>[^<]*<\/div><div [^>]*lang="en" dir="ltr"[^>]*>/.test(html.replace(/\n/g, '')),
    ));
  it('the wrapper is an article that says the subject [22]', () =>
    every(({ html, subject }) => html.includes(` role="article" aria-roledescription="email"`) && html.includes(`aria-label="${subject}"`)));
  it('layout tables say so, data tables have heads [23]', () =>
    every(
      ({ html }) =>
        [...html.matchAll(/<table\b[^>]*>/g)].every(
          (m) => /role="presentation"/.test(m[0]) || html.slice(m.index, m.index + 700).includes('<caption'),
        ) &&
        (!html.includes('<caption') || html.includes('<th scope="row"')),
    ));
  it('one h1, headings in order [24]', () =>
    every(({ html }) => {
      const levels = [...html.matchAll(/<h([1-6])\b/g)].map((m) => Number(m[1]));
      return levels[0] === 1 && levels.filter((l) => l === 1).length === 1 && levels.every((l, i) => i === 0 || l <= (levels[i - 1] ?? 0) + 1);
    }));
});

describe('what stands in the HTML', () => {
  it('every link has words of its own [25, 26]', () =>
    every(({ html }) => anchors(html).every(([, words]) => words !== '' && !/^(?:click here|here|more|link|read more|https?:.*)$/i.test(words))));
  it('every link is underlined or a button [30]', () =>
    every(({ html }) => anchors(html).every(([attributes]) => /text-decoration:underline|background:/.test(attributes))));
  it('no image without alt [27]', () => every(({ html }) => !/<img(?![^>]* alt="[^"]+")/.test(html)));
  it('the title is the subject [28]', () => every(({ html, subject }) => html.includes(`<title>${subject}</title>`)));
  it('nothing visible under 14 px, text set at 16 [31]', () =>
    every(
      ({ html }) =>
        [...bodyOf(html).matchAll(/font-size:(\d+)px/g)].every((m) => Number(m[1]) >= 14 || Number(m[1]) <= 2) &&
        bodyOf(html).includes('font-size:16px'),
    ));
  it('zoom stays possible [32]', () => every(({ html }) => !/user-scalable|maximum-scale/.test(html)));
  it('no VML, 200 visible characters at least [34]', () =>
    every(({ html }) => !/<v:/.test(html) && visible(html).replace(/\s+/g, ' ').length >= 200));
  it('nothing banned [40]', () =>
    every(
      ({ html }) =>
        !/<(?:script|form|input|iframe|video|object|svg)\b|data:image|var\(--|@import|@font-face|position:|display:(?:flex|grid)|background-image|hsl\(|http:\/\/(?!www\.w3\.org)|javascript:/i.test(
          html,
        ),
    ));
  it('links go only where the view says [54]', () =>
    every(({ html, view }) => {
      const known = new Set(urlsOf(view));
      return (
        hrefs(html).every((url) => known.has(url)) ||
        `unknown link in ${hrefs(html)
          .filter((u) => !known.has(u))
          .join(' ')}`
      );
    }));
  it('every cell and button has its own colour and ground [42]', () =>
    every(({ html }) => html.includes('name="color-scheme"') && [...html.matchAll(/<td class="cell"[^>]*>/g)].every((m) => /bgcolor="#/.test(m[0]))));
});
