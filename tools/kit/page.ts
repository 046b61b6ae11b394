/** What the pages of the kit have in common: complete by themselves, printed on A4, without script. */
import type { StageSettings } from '../../infra/stages.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as it stands in HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
export const para = (text: string): string => `<p>${escaped(text)}</p>`;

export const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;

/** Where the pages of the stage are. */
export const siteOf = ({ siteDomain }: StageSettings): string => `https://${siteDomain}`;
/** Who invites: the club where there is one. */
export const hostOf = ({ clubName, operatorName }: StageSettings): string => clubName ?? operatorName;
/** Whom to ask: by name where one is named, always with an address. */
export const askedAt = ({ contact, operatorEmail }: StageSettings): string =>
  contact === undefined ? operatorEmail : `${contact}, ${operatorEmail}`;

/** What every text that invites has to say. */
export const WHAT_IT_IS_NOT = 'It is education for adults. It does not diagnose, treat or monitor.';

const STYLE =
  '@page{size:A4;margin:14mm}*{box-sizing:border-box}' +
  'body{font:16px/1.5 system-ui,sans-serif;color:#1d2421;max-width:44rem;margin:2rem auto;padding:0 1.5rem}' +
  'h1{font-size:2em;line-height:1.15;margin:0 0 .5em}h2{font-size:1.2em;margin:1.2em 0 .3em}' +
  'table{border-collapse:collapse;width:100%}th{width:11em;font-weight:600}' +
  'td,th{text-align:left;vertical-align:top;padding:.4em .8em .4em 0;border-bottom:1px solid #d8dcd9}' +
  '@media print{body{margin:0;padding:0;max-width:none;font-size:12px;line-height:1.4}}';

/** A whole page; `style` on top of the common one, `body` finished. */
export const page = (title: string, body: string, style = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}${style}</style></head><body>
${body}
</body></html>
`;
