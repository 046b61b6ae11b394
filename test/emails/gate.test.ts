/** The rules of the quality bar that need no browser, over every kind × example × name. Numbers in brackets are those of the bar. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../emails/examples.ts';
import { headersFor } from '../../emails/headers.ts';
import { writeMessage } from '../../emails/mime.ts';
import { renderMail } from '../../emails/render.ts';
import type { MailView } from '../../program/explain/views.ts';
import { BUILT_KINDS } from '../../program/participant/mail-kinds.ts';

const NAMES: Readonly<Record<string, string | null>> = {
  'as it is': 'Sam',
  'no name': null,
  '40 characters': 'Maximilianna-Konstantina von und zu Haus',
  markup: '<b>Sam</b> & "Co" {{x}}',
  'right to left': 'دانيال \u202eevil',
  emoji: '🏃🏽‍♀️ Łucja',
};
const named = (view: MailView, firstName: string | null): MailView => ({ ...view, frame: { ...view.frame, firstName } });
const mails = BUILT_KINDS.flatMap((kind) =>
  EXAMPLES[kind].flatMap(({ name, view }) =>
    Object.entries(NAMES).map(([who, firstName]) => {
      const shown = named(view, firstName);
      const mail = renderMail(shown);
      const raw = writeMessage(
        headersFor(shown, {
          from: { name: 'Calf Coach', address: 'coach@mail.example.org' },
          to: 'sam@example.com',
          subject: mail.subject,
          at: '2026-03-02T06:00:00.000Z',
          messageId: 'x.1',
          mailDomain: 'mail.example.org',
          replyTo: 'coach@riverside.example.org',
        }),
        mail.text,
        mail.html,
      );
      return { id: `${kind}/${name} (${who})`, kind, view: shown, raw, ...mail };
    }),
  ),
);
type Mail = (typeof mails)[number];
/** Runs a rule over every mail and names the mails that break it. */
const every = (rule: (mail: Mail) => boolean | string): void => {
  const broken = mails.map((mail) => [mail.id, rule(mail)] as const).filter(([, result]) => result !== true);
  expect(broken.slice(0, 5)).toEqual([]);
};
const bodyOf = (html: string): string => html.slice(html.indexOf('<body'));
const visible = (html: string): string =>
  bodyOf(html)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<div [^>]*display:none[^>]*>[\s\S]*?<\/div>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_a, n: string) => String.fromCodePoint(Number(n)));
const urlsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? /^https?:/.test(value)
      ? [value]
      : []
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(urlsOf)
      : [];
const hrefs = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map((m) => (m[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'"));
const anchors = (html: string): readonly (readonly [string, string])[] =>
  [...html.matchAll(/<a ([^>]*)>([\s\S]*?)<\/a>/g)].map((m) => [m[1] ?? '', (m[2] ?? '').replace(/<[^>]+>/g, '').trim()]);

it('there is an example of every kind, and every name of one is its own', () => {
  for (const kind of BUILT_KINDS) {
    expect(EXAMPLES[kind].length).toBeGreaterThan(0);
    expect(new Set(EXAMPLES[kind].map((e) => e.name)).size).toBe(EXAMPLES[kind].length);
    for (const { view } of EXAMPLES[kind]) expect(view.body.kind).toBe(kind);
  }
});

describe('the message', () => {
  it('has each of its headers once [1]', async () => {
    for (const { raw } of mails) {
      const { headers } = await PostalMime.parse(raw);
      for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'mime-version', 'content-type'])
        expect(headers.filter((h) => h.key === name)).toHaveLength(1);
      expect(headers.filter((h) => ['bcc', 'cc', 'in-reply-to', 'references', 'precedence', 'feedback-id'].includes(h.key))).toEqual([]);
    }
  });
  it('has no line over 998 and only ASCII [10]', () =>
    every(
      ({ raw }) =>
        new TextDecoder()
          .decode(raw)
          .split('\r\n')
          .every((l) => l.length <= 998) && raw.every((b) => b < 128),
    ));
  it('is within 100 KB, HTML within 40 KB, styles within 8 KB [12]', () =>
    every(
      ({ raw, html }) =>
        raw.length <= 100_000 &&
        html.length <= 40_000 &&
        [...html.matchAll(/<style[\s\S]*?<\/style>/g)].reduce((n, m) => n + m[0].length, 0) <= 8_000,
    ));
  it('has lines of HTML below 900', () => every(({ html }) => html.split('\n').every((l) => l.length < 900)));
});

describe('subject and preheader', () => {
  it('subject: 10 to 50 characters, no shouting, no Re: [16]', () =>
    every(
      ({ subject }) =>
        [...subject].length >= 10 && [...subject].length <= 50 && !/\b[A-Z]{5,}\b|!.*!|^(?:Re|Fwd):/i.test(subject.replace(/\b[A-Z]?[a-z]+\b/g, '')),
    ));
  it('weekly mails: a subject of their own each week [13]', () => {
    for (const kind of ['plan', 'check-in', 'reminder', 'decision', 'silent'] as const) {
      const view = EXAMPLES[kind][0]!.view;
      const subjects = Array.from({ length: 20 }, (_, index) => {
        const week = index + 1;
        const body = 'plan' in view.body ? { ...view.body, plan: { ...view.body.plan, week } } : view.body;
        return renderMail({ frame: { ...view.frame, week }, body }).subject;
      });
      expect(new Set(subjects).size).toBe(20);
    }
    const firstOfEach = BUILT_KINDS.map((kind) => renderMail(EXAMPLES[kind][0]!.view).subject);
    expect(new Set(firstOfEach).size).toBe(BUILT_KINDS.length);
  });
  it('preheader: 40 to 100 characters, not the subject, not the first words [18]', () =>
    every(
      ({ subject, preheader, html }) =>
        preheader.length >= 40 && preheader.length <= 100 && preheader !== subject && !visible(html).trim().startsWith(preheader),
    ));
  it('say nothing on a lock screen [19]', () =>
    every(({ subject, preheader }) => {
      const words = `${subject} ${preheader}`;
      return (
        !/pain|sore|hurt|injur|strain|tendon|swell|swollen|symptom|clot|doctor|calf(?! coach)|\bleg\b|red flag|emergency|diagnos/i.test(words) &&
        !/\d/.test(words.replace(/Week \d+|\bHalf a\b/gi, ''))
      );
    }));
});

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

describe('what no mail may do', () => {
  it('confirm carries no word that a person typed', () => {
    for (const { view } of EXAMPLES.confirm) expect(renderMail(named(view, 'Zebedee'))).toEqual(renderMail(named(view, null)));
    for (const { view } of EXAMPLES.already) expect(renderMail(named(view, 'Zebedee'))).toEqual(renderMail(named(view, null)));
  });
  it('no mail invites a reply, and every footer says that nobody reads one', () =>
    every(
      ({ html, text }) =>
        /No person reads replies/.test(html) &&
        !/\b(?:just|simply|or) reply|reply (?:to this|with)/i.test(text.replace('reads replies to this mail', '')),
    ));
  it('every footer says what this is not', () =>
    every(({ html, text }) =>
      [html, text.replace(/\s+/g, ' ')].every((part) => /not medical advice, and it does not diagnose, treat or monitor/.test(part)),
    ));
  it('content that waits for review says so, and only then', () =>
    every(({ html, text, view }) => [html, text].every((part) => /awaits review by a clinician/.test(part) === view.frame.awaitingReview)));
  it('a check-in never prints what a number triggers', () => {
    for (const { kind, text, html } of mails)
      if (kind === 'check-in' || kind === 'reminder')
        expect(`${text}${visible(html)}`).not.toMatch(/doctor|ease|hold|stops? you|regress|progress|see a/i);
  });
  it('a safety mail shows no exercise and the numbers of the country', () => {
    for (const { kind, text, view } of mails) {
      if (kind !== 'safety') continue;
      expect(text).toContain(view.frame.numbers.emergency);
      expect(text).toContain('If an exercise mail crossed with this one, please ignore it.');
      expect(text).not.toMatch(/sets of/);
    }
  });
  it('direction controls of a name are gone and a right-to-left name is isolated', () => {
    for (const { id, text, html } of mails.filter((m) => m.id.includes('right to left'))) {
      expect([id, /[\u202a-\u202e\u200f]/.test(text), html.includes('&#8238;')]).toEqual([id, false, false]);
    }
    expect(renderMail(named(EXAMPLES.plan[0]!.view, 'دانيال')).text).toContain('\u2068دانيال\u2069');
  });
});

describe('a view with a hole is refused with its field', () => {
  const { view } = EXAMPLES.plan[0]!;
  it.each(['A\r\nBcc: x@example.com', 'A\nB', 'A\u2028B'])('a name %j', (name) =>
    expect(() => renderMail(named(view, name))).toThrow('mail view: frame.firstName has a line break'),
  );
  it('a name with NUL', () => expect(() => renderMail(named(view, 'a\0'))).toThrow('mail view: frame.firstName has a control character'));
  it('a field that is undefined', () =>
    expect(() => renderMail({ ...view, body: { ...view.body, headline: undefined } as never })).toThrow('mail view: body.headline is missing'));
  it('a number that is none', () =>
    expect(() => renderMail({ ...view, frame: { ...view.frame, week: Number.NaN } })).toThrow('mail view: frame.week is no finite number'));
  it('a body of another kind', () =>
    expect(() => renderMail({ frame: view.frame, body: EXAMPLES.silent[0]!.view.body })).toThrow('frame.kind is plan and body.kind is silent'));
  it('no way to leave', () =>
    expect(() => renderMail({ ...view, frame: { ...view.frame, links: { ...view.frame.links, unsubscribe: null } } })).toThrow(
      'frame.links.unsubscribe is missing',
    ));
  it('a grid that is not 0 to 10', () => {
    const checkIn = EXAMPLES['check-in'][0]!.view;
    if (!('scale' in checkIn.body)) throw new Error('no scale');
    const { body } = checkIn;
    expect(() => renderMail({ ...checkIn, body: { ...body, scale: body.scale.slice(1) } })).toThrow('body.scale needs the values 0 to 10');
  });
  it('a link that is no URL', () => {
    const confirm = EXAMPLES.confirm[0]!.view;
    expect(() => renderMail({ ...confirm, body: { ...confirm.body, confirmUrl: 'javascript:alert(1)' } as never })).toThrow(
      'mail slot kit.button.url needs an absolute http(s) URL',
    );
  });
});
