/** Groups C and D as far as the HTML alone tells; the rest is looked at in a browser (look.ts). */
import { statSync } from 'node:fs';
import path from 'node:path';
import { DRAWINGS_FOLDER, drawingFile } from '../../../build/drawings.ts';
import { ROOT } from '../../guards/tree.ts';
import { anchors, bodyOf, decoded, type GateMail, hrefs, urlsOf, visible } from '../mail.ts';
import { instructionsOf } from './instructions.ts';
import { all, demand, type MailRule, rule } from './rule.ts';

const VAGUE = /^(?:click here|here|more|link|read more|this|tap|open|continue|go|https?:.*)$/i;
const BANNED =
  /<(?:script|form|input|iframe|video|audio|object|embed|svg)\b|data:(?:image|text)|var\(--|@import|@font-face|position:|display:(?:flex|grid)|background-image|hsl\(|http:\/\/(?!www\.w3\.org|localhost)|javascript:|\son\w+=/i;

function rootSays({ html }: GateMail) {
  return demand(/<html lang="en" dir="ltr"[\s>]/.test(html), 'html lacks lang or dir');
}
function childrenSay({ html, subject }: GateMail) {
  const body = bodyOf(html).replace(/\n/g, ' ');
  const children = /^<body[^>]*>\s*<div ([^>]*)>[^<]*<\/div>\s*<div ([^>]*)>/.exec(body);
  const wrapper = decoded(children?.[2] ?? '');
  return all(
    demand(
      children !== null &&
        [children[1], children[2]].every((a) => / ?lang="en"/.test(a ?? '') && / dir="ltr"/.test(a ?? '')),
      'a child of body lacks lang or dir',
    ),
    demand(
      /role="article"/.test(wrapper) && wrapper.includes(`aria-label="${subject}"`),
      'the wrapper does not say what it is',
    ),
  );
}
function tables({ html }: GateMail) {
  const data = [...html.matchAll(/<table\b([^>]*)>([\s\S]{0,400})/g)].filter(
    (m) => !/role="(?:presentation|none)"/.test(m[1] ?? ''),
  );
  return all(
    demand(
      data.every((m) => (m[2] ?? '').includes('<caption')),
      'a layout table that does not say so',
    ),
    demand(data.length === 0 || /<th scope="(?:row|col)"/.test(html), 'a data table without heads'),
  );
}
function headings({ html }: GateMail) {
  const levels = [...html.matchAll(/<h([1-6])\b/g)].map((m) => Number(m[1]));
  return all(
    demand(
      levels[0] === 1 && levels.filter((level) => level === 1).length === 1,
      'not exactly one h1, first',
    ),
    demand(
      levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1),
      'a level is left out',
    ),
  );
}
const linkWords = ({ html }: GateMail) =>
  demand(
    anchors(html).every(([, words]) => words !== ''),
    'a link without words',
  );
const linkClear = ({ html }: GateMail) => {
  const vague = anchors(html).find(([, words]) => VAGUE.test(words));
  return demand(vague === undefined, `"${vague?.[1]}" says nothing about where it leads`);
};
function images({ html }: GateMail) {
  const wrong = [...html.matchAll(/<img\b[^>]*>/g)].find(
    (m) => !/ alt="[^"]{1,125}"/.test(m[0]) || / alt="[^"]*\.(?:png|jpe?g|gif)"/i.test(m[0]),
  );
  return demand(wrong === undefined, wrong?.[0].slice(0, 80) ?? '');
}
const title = ({ html, subject }: GateMail) =>
  demand(
    decoded(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '') === subject,
    'the title is not the subject',
  );
const underlined = ({ html }: GateMail) => {
  const plain = anchors(html).find(
    ([attributes]) => !/text-decoration:underline|background:/.test(attributes),
  );
  return demand(plain === undefined, `"${plain?.[1]}" is told from text by its colour only`);
};
function type({ html }: GateMail) {
  const sizes = [...bodyOf(html).matchAll(/font-size:(\d+)px/g)].map((m) => Number(m[1]));
  const lines = [...bodyOf(html).matchAll(/font-size:(\d+)px;(?:[^";]*;)*?line-height:(\d+)px/g)].map(
    (m) => [Number(m[1]), Number(m[2])] as const,
  );
  return all(
    demand(
      sizes.every((size) => size >= 14 || size <= 2),
      'words under 14 px',
    ),
    demand(sizes.includes(16), 'no text at 16 px'),
    demand(
      lines.every(([size, line]) => size <= 2 || size > 17 || line >= size * 1.4),
      'lines too close',
    ),
  );
}
const zoom = ({ html }: GateMail) => demand(!/user-scalable|maximum-scale/.test(html), 'zoom is taken away');
const notOnlyPictures = ({ html }: GateMail) =>
  all(demand(!/<v:/.test(html), 'VML'), demand(visible(html).length >= 200, 'under 200 characters of words'));

const squashed = (words: string): string => words.replace(/\s+/g, ' ');
function withoutImages(mail: GateMail) {
  const words = instructionsOf(mail, 'html');
  if (words.length === 0) return null;
  const shown = squashed(visible(mail.html));
  const lost = words.find((sentence) => !shown.includes(squashed(sentence).trim()));
  return demand(lost === undefined, `not in words: ${lost}`);
}
const banned = ({ html }: GateMail) => {
  const found = BANNED.exec(html)?.[0];
  return demand(found === undefined, `"${found}"`);
};
function ownColours({ html }: GateMail) {
  const cells = [...html.matchAll(/<td\b[^>]*class="(?:cell|bar|warm|soft|alert)"[^>]*>/g)].map((m) => m[0]);
  const buttons = anchors(html).filter(([attributes]) => /[;"]background:/.test(attributes));
  return all(
    demand(
      /prefers-color-scheme:\s?dark/.test(html) &&
        html.includes('<meta name="color-scheme" content="light dark">'),
      'no dark look',
    ),
    demand(
      cells.every((cell) => /bgcolor="#/.test(cell)),
      'a cell without its own ground',
    ),
    demand(
      buttons.every(([attributes]) => /[;"]color:#/.test(attributes)),
      'a button without its own colour',
    ),
  );
}
/**
 * Bytes of the file behind an address; null when the site has none of that name, or of another version (the
 * examples' version is made up).
 */
function pictureBytes(src: string): number | null {
  const [, id = '', version = '', density = ''] =
    /\/drawings\/(EX-\d{2}[a-z]?)\.([0-9a-f]{10})(@2x)?\.png$/.exec(src) ?? [];
  const file = drawingFile(id);
  if (file === null || (file !== `${id}.${version}` && version !== '0123456789')) return null;
  return statSync(path.join(ROOT, DRAWINGS_FOLDER, `${id}${density}.png`)).size;
}
function imageFiles({ html, view }: GateMail) {
  const tags = [...html.matchAll(/<img\b[^>]*>/g)].map((m) => m[0]);
  if (tags.length === 0) return null;
  const sources = tags.map((tag) => / src="([^"]*)"/.exec(tag)?.[1] ?? '');
  const site = view === null ? null : new URL(view.frame.links.site).origin;
  const foreign = sources.find(
    (src) =>
      !(site === null
        ? /^https?:\/\/[^/]+\/drawings\//.test(src)
        : src.startsWith(`${site}/drawings/`) && site.startsWith('https:')),
  );
  const sizes = sources.map(pictureBytes);
  return all(
    demand(foreign === undefined, `not a drawing of ours over https: ${foreign}`),
    demand(
      tags.every((tag) => / width="\d+"/.test(tag) && / height="\d+"/.test(tag)),
      'an image without its size',
    ),
    demand(!sizes.includes(null), `no such file: ${sources[sizes.indexOf(null)]}`),
    demand(
      sizes.every((size) => (size ?? 0) <= 200_000) &&
        sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) <= 800_000,
      'pictures that weigh too much',
    ),
  );
}
const compiled = ({ html }: GateMail) =>
  demand(!/<\/?mj-|QZ[OCS][a-z]{3}ZQ/.test(html), 'something of the template is left');

const ROUTES =
  /^\/(?:$|safety$|privacy$|signup$|programme$|(?:confirm|start|running|shoes|c|w|x|u|me|fresh)\/[A-Za-z0-9_-]+(?:\/(?:10|[0-9]|summary|done))?$)/;
/** An open page or a part of it, the same address for everybody. */
const describes = (found: string): boolean =>
  /^https?:\/\/[^/]+\/(?:programme(?:#(?:exercises|EX-\d{2}[a-z]?))?|questions|l\/LES-\d{2})$/.test(found);
function routes({ html, text, view }: GateMail) {
  const known = view === null ? null : new Set(urlsOf(view));
  for (const found of [...hrefs(html), ...(text.match(/https?:\/\/\S+/g) ?? [])]) {
    const url = new URL(found);
    if (describes(found)) continue;
    if (url.search !== '' || !['', '#painkillers'].includes(url.hash) || !ROUTES.test(url.pathname))
      return `${found} is no page of ours`;
    if (known !== null && !known.has(found)) return `${found} is not in the view`;
  }
  return true;
}

export const HTML_RULES: readonly MailRule[] = [
  rule(21, 'C', 'html says language and direction', rootSays),
  rule(22, 'C', 'so does every child of body; the wrapper is an article', childrenSay),
  rule(23, 'C', 'layout tables say so, data tables have heads', tables),
  rule(24, 'C', 'one h1, no level left out', headings),
  rule(25, 'C', 'every link has words', linkWords),
  rule(26, 'C', 'the words say where it leads', linkClear),
  rule(27, 'C', 'every image has its words', images),
  rule(28, 'C', 'the title is the subject', title),
  rule(30, 'C', 'links are told without colour', underlined),
  rule(31, 'C', 'type at 14 px or more, text at 16, room between lines', type),
  rule(32, 'C', 'zoom stays possible', zoom),
  rule(34, 'C', 'words, not pictures', notOnlyPictures),
  rule(39, 'D', 'every instruction stands in words with images blocked', withoutImages),
  rule(40, 'D', 'nothing that mail programs strip or block', banned),
  rule(42, 'D', 'a dark look; every cell and button has its own colours', ownColours),
  rule(44, 'D', 'images: drawings of ours, https, with their size, light', imageFiles),
  rule(45, 'D', 'compiled whole: nothing of the template is left', compiled),
  rule(54, 'F', 'every link is a page of ours and in the view', routes),
];
