/**
 * Every text a person may read: the curriculum, each page example and the whole programme page, each mail in
 * both forms.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLES } from '../../emails/examples.ts';
import { renderMail } from '../../emails/render.ts';
import { MAIL_KINDS } from '../../program/participant/mail-kinds.ts';
import { sentencesIn } from '../../tools/quality/guards/sentences.ts';
import { ROOT, textFiles } from '../../tools/quality/guards/tree.ts';
import type { Text } from '../../tools/quality/guards/wording.ts';
import { landingView } from '../../views/page/landing-view.ts';
import { programmeView } from '../../views/page/programme-view.ts';
import { landingPage } from '../../web/pages/public/landing.ts';
import { programmePage } from '../../web/pages/public/programme.ts';
import { theCurriculum } from '../support/curriculum.ts';
import { FRAME, PAGE_EXAMPLES } from '../web/page-examples.ts';

export const curriculum = theCurriculum();

function strings(value: unknown, where: string): readonly Text[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  // A lesson's topic and the ids of sources are codes; the forms of a question are a runner's words.
  return Object.entries(value).flatMap(([key, v]) =>
    key === 'topic' || key === 'sources' || key === 'forms' ? [] : strings(v, `${where}.${key}`),
  );
}

/** Visible words; a block ends a sentence, an inline element does not. */
export const visible = (html: string): string =>
  html
    .replace(/<style[^>]*>[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(
      /<\/?(?:p|li|ul|ol|h\d|dt|dd|dl|div|td|th|tr|table|summary|details|title|section|label|legend|nav|footer|header|figcaption|button|option|br)\b[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Lines of the plain text joined again, so that a sentence is one piece. */
const unwrapped = (text: string): string => text.replace(/([^\n])\n(?!\n|- |\d+\. |-+\n|https?:)/g, '$1 ');

export const pages: readonly { readonly name: string; readonly page: string; readonly html: string }[] = [
  ...PAGE_EXAMPLES,
  {
    name: 'the first page, with the plan of today',
    page: 'landing',
    html: landingPage(FRAME, landingView(curriculum)),
  },
  {
    name: 'the whole programme',
    page: 'programme',
    html: programmePage(FRAME, programmeView({ ...curriculum, works: [] })),
  },
];

export const mails = MAIL_KINDS.flatMap((kind) =>
  EXAMPLES[kind].map(({ name, view }) => ({ id: `${kind}/${name}`, kind, view, ...renderMail(view) })),
);

/** Titles of works are quotations; what we say of them is ours. */
const ours = { ...curriculum, works: curriculum.works.map(({ supports, limits }) => ({ supports, limits })) };

export const TEXTS: readonly Text[] = [
  ...strings(ours, 'curriculum'),
  ...pages.map(({ name, html }) => ({ where: `page ${name}`, text: visible(html) })),
  ...mails.flatMap(({ id, subject, preheader, text, html }) => [
    { where: `mail ${id}, subject`, text: `${subject}\n${preheader}` },
    { where: `mail ${id}, text`, text: unwrapped(text) },
    { where: `mail ${id}, HTML`, text: visible(html.slice(html.indexOf('<body'))) },
  ]),
  // Words that no example shows as well: refusals, notices, errors of a field.
  ...textFiles(ROOT)
    .filter(({ name }) => /^(?:web|views|emails|functions)\/.*\.ts$/.test(name))
    .flatMap(sentencesIn)
    .map(({ file, line, text }) => ({ where: `${file}:${line}`, text: visible(text) })),
  { where: 'README.md', text: readFileSync(path.join(ROOT, 'README.md'), 'utf8') },
];
