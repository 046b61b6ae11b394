/**
 * The gallery: every mail and page × example as one static site in dist/gallery, with what the gate finds in
 * it.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLES } from '../../../emails/examples.ts';
import { MAIL_KINDS } from '../../../program/participant/mail-kinds.ts';
import { pageWords } from '../../../views/words/page-words.ts';
import { pageExamples } from '../../../web/examples/pages.ts';
import { loadCurriculum } from '../../build/curriculum/curriculum.ts';
import { DRAWINGS_FOLDER } from '../../build/drawings.ts';
import { ROOT } from '../guards/tree.ts';
import { startChromium } from './chromium.ts';
import { decided, indexPage, type Sheet, sheetPage } from './gallery-html.ts';
import { type GateMail, mailOf } from './mail.ts';
import { whyOf } from './matrix.ts';
import { lookAtAll } from './rules/look.ts';
import { markupFindings } from './rules/markup.ts';
import { MAIL_RULES } from './rules/rules.ts';

const FOLDER = path.join(ROOT, 'dist/gallery');
const SCHEMES = ['light', 'dark'] as const;
const bytes = (n: number): string => `${n.toLocaleString('en-GB')} bytes`;
const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Drawings from the folder beside the sheets: the address in an example is nobody's. */
const besideUs = (html: string): string =>
  html.replace(
    /(?:https?:\/\/[^/"]+)?\/drawings\/(EX-\d{2}[a-z]?)\.[0-9a-f]{10}((?:@2x)?\.(?:png|svg))/g,
    'drawings/$1$2',
  );

/** Writes the document once a colour scheme and returns the frames that show it. */
function framesOf(
  slug: string,
  html: string,
  widths: readonly (readonly [title: string, width: number])[],
): Sheet['frames'] {
  for (const scheme of SCHEMES)
    writeFileSync(path.join(FOLDER, `${slug}.${scheme}.html`), decided(besideUs(html), scheme));
  return widths.flatMap(([title, width]) =>
    SCHEMES.map((scheme) => ({
      title: `${title}, ${width} px, ${scheme}`,
      file: `${slug}.${scheme}.html`,
      width,
      height: 780,
    })),
  );
}

async function mailSheets(looks: boolean): Promise<readonly Sheet[]> {
  const mails: GateMail[] = [];
  for (const kind of MAIL_KINDS)
    for (const { name, view } of EXAMPLES[kind])
      mails.push(await mailOf({ id: name, source: 'example', journey: null, why: whyOf(view) }, view));
  const seen = looks ? await lookFindings(mails) : new Map<string, readonly string[]>();
  const sheets: Sheet[] = [];
  for (const mail of mails) {
    const { id, kind, subject, preheader, html, text, message, raw, why } = mail;
    const slug = `mail-${kind}--${id}`;
    const said = MAIL_RULES.flatMap((rule) => {
      const verdict = rule.checker()(mail);
      return typeof verdict === 'string' ? [`${rule.id} ${rule.title}: ${verdict}`] : [];
    });
    sheets.push({
      slug,
      group: `Mail ${kind}`,
      name: id.replaceAll('-', ' '),
      facts: [
        ['Subject', subject],
        ['Preheader', preheader],
        ['HTML', bytes(html.length)],
        ['Plain text', bytes(new TextEncoder().encode(text).length)],
        ['Message', bytes(raw.length)],
        ['Reasons', why.length === 0 ? 'none: this mail decides nothing' : why.join(', ')],
      ],
      findings: [
        ...said,
        ...(await markupFindings(html)).map((f) => `33 ${f}`),
        ...(seen.get(`${kind}/${id}`) ?? []),
      ],
      frames: framesOf(slug, html, [
        ['Phone', 360],
        ['Desktop', 640],
      ]),
      sources: [
        ['Plain text', text],
        ['HTML', html],
        ['Raw message', message],
      ],
    });
  }
  return sheets;
}

async function lookFindings(mails: readonly GateMail[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const browser = await startChromium();
  try {
    const structures = mails.map(({ id, kind, html }) => ({
      id: `${kind}/${id}`,
      kind,
      html,
      length: html.length,
    }));
    const looked = await lookAtAll(browser, structures, () => undefined);
    return new Map(
      looked.map(({ structure, findings }) => [
        structure.id,
        findings.map(({ rule, text }) => `${rule} ${text}`),
      ]),
    );
  } finally {
    await browser.close();
  }
}

const pageSheets = (): readonly Sheet[] =>
  pageExamples(pageWords(loadCurriculum())).map(({ page, name, html }) => {
    const slug = `page-${page}--${slugOf(name)}`;
    return {
      slug,
      group: `Page ${page}`,
      name,
      facts: [
        ['HTML', bytes(new TextEncoder().encode(html).length)],
        ['Checked by', 'test/web/browser.test.ts: axe, width, targets, policy'],
      ],
      findings: [],
      frames: framesOf(slug, html, [
        ['Phone', 360],
        ['Desktop', 1000],
      ]),
      sources: [['HTML', html]],
    };
  });

/** Writes the gallery anew and returns what it holds. `looks` = every mail is looked at in a browser too. */
export async function gallery(
  looks: boolean,
): Promise<{ readonly examples: number; readonly findings: number }> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  cpSync(path.join(ROOT, DRAWINGS_FOLDER), path.join(FOLDER, 'drawings'), { recursive: true });
  const mails = await mailSheets(looks);
  const sheets = [...mails, ...pageSheets()];
  for (const sheet of sheets) writeFileSync(path.join(FOLDER, `${sheet.slug}.html`), sheetPage(sheet));
  const looked = looks
    ? 'Each mail was looked at in Chromium: light and dark, 320, 360 and 600 px.'
    : 'The browser was left out (--fast).';
  const about = [
    `${mails.length} mails and ${sheets.length - mails.length} pages. ${looked}`,
    'Every mail the programme can generate is read by npm run email:gate.',
  ];
  writeFileSync(path.join(FOLDER, 'index.html'), indexPage(sheets, about));
  return { examples: sheets.length, findings: sheets.reduce((sum, sheet) => sum + sheet.findings.length, 0) };
}
