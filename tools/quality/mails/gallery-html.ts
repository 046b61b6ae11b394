/** The pages of the gallery: an index and a sheet for every example, static and without scripts. */
import { DARK, LIGHT, TYPE } from '../../../emails/layout/tokens.ts';

export type Scheme = 'light' | 'dark';
export interface Frame {
  readonly title: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
}
export interface Sheet {
  /** File name without `.html`. */
  readonly slug: string;
  readonly group: string;
  readonly name: string;
  /** Name and value, printed as a list. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly findings: readonly string[];
  readonly frames: readonly Frame[];
  /** Title and content of what is shown as it is. */
  readonly sources: readonly (readonly [title: string, content: string])[];
}

export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The same document with its colour scheme decided, whatever the reader's machine prefers. */
export const decided = (html: string, scheme: Scheme): string =>
  html
    .replace(
      /@media\s*\(prefers-color-scheme:\s*dark\)/g,
      scheme === 'dark' ? '@media all' : '@media not all',
    )
    .replace(/color-scheme:\s*light dark/g, `color-scheme: ${scheme}`);

const STYLE = `
:root { color-scheme: light dark; --page: ${LIGHT.page}; --card: ${LIGHT.card}; --ink: ${LIGHT.ink}; --muted: ${LIGHT.muted}; --link: ${LIGHT.link}; --line: ${LIGHT.line}; --bad: ${LIGHT.alertLine}; }
@media (prefers-color-scheme: dark) { :root { --page: ${DARK.page}; --card: ${DARK.card}; --ink: ${DARK.ink}; --muted: ${DARK.muted}; --link: ${DARK.link}; --line: ${DARK.line}; --bad: ${DARK.alertLine}; } }
body { margin: 0; padding: 24px; background: var(--page); color: var(--ink); font: 16px/1.5 ${TYPE.sans}; }
h1, h2 { font-family: ${TYPE.serif}; line-height: 1.2; }
a { color: var(--link); }
table { border-collapse: collapse; width: 100%; max-width: 1200px; background: var(--card); }
th, td { padding: 8px 12px; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
td.n { text-align: right; white-space: nowrap; }
.bad { color: var(--bad); font-weight: bold; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; max-width: 1000px; }
dt { color: var(--muted); } dd { margin: 0; }
.frames { display: flex; flex-wrap: wrap; gap: 24px; align-items: start; }
figure { margin: 0; } figcaption { color: var(--muted); padding: 0 0 6px; }
iframe { border: 1px solid var(--line); border-radius: 8px; background: #fff; max-width: 100%; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px; overflow: auto; max-height: 70vh; font-size: 14px; }
`;

const document = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>\n`;

const findingCell = (findings: readonly string[]): string =>
  findings.length === 0 ? 'none' : `<span class="bad">${findings.length}</span>`;

/** One row an example, by group. */
export function indexPage(sheets: readonly Sheet[], about: readonly string[]): string {
  const groups = [...new Set(sheets.map(({ group }) => group))];
  const rows = (group: string): string =>
    sheets
      .filter((sheet) => sheet.group === group)
      .map(({ slug, name, facts, findings }) => {
        const fact = (wanted: string): string =>
          escaped(facts.find(([label]) => label === wanted)?.[1] ?? '');
        return `<tr><td><a href="${slug}.html">${escaped(name)}</a></td><td>${fact('Subject')}</td><td class="n">${fact('HTML')}</td><td class="n">${fact('Message')}</td><td>${findingCell(findings)}</td></tr>`;
      })
      .join('');
  const head =
    '<tr><th scope="col">Example</th><th scope="col">Subject</th><th scope="col">HTML</th><th scope="col">Message</th><th scope="col">Findings</th></tr>';
  return document(
    'Gallery',
    `<main><h1>Every mail and every page</h1>${about.map((line) => `<p>${escaped(line)}</p>`).join('')}${groups
      .map((group) => `<h2>${escaped(group)}</h2><table>${head}${rows(group)}</table>`)
      .join('')}</main>`,
  );
}

export function sheetPage({ group, name, facts, findings, frames, sources }: Sheet): string {
  const list = facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('');
  const found =
    findings.length === 0
      ? '<p>The gate has no finding.</p>'
      : `<ul class="bad">${findings.map((f) => `<li>${escaped(f)}</li>`).join('')}</ul>`;
  const shown = frames
    .map(
      ({ title, file, width, height }) =>
        `<figure><figcaption>${escaped(title)}</figcaption><iframe src="${file}" width="${width}" height="${height}" loading="lazy" sandbox title="${escaped(title)}"></iframe></figure>`,
    )
    .join('');
  const texts = sources
    .map(
      ([title, content]) =>
        `<details><summary>${escaped(title)}</summary><pre>${escaped(content)}</pre></details>`,
    )
    .join('');
  return document(
    `${group}: ${name}`,
    `<main><p><a href="index.html">All mails and pages</a></p><h1>${escaped(group)}: ${escaped(name)}</h1><dl>${list}</dl><h2>Findings</h2>${found}<h2>As it looks</h2><div class="frames">${shown}</div><h2>As it is written</h2>${texts}</main>`,
  );
}
