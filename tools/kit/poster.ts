/** The poster: one A4 page with a QR code that leads to the sign-up form. */
import { renderSVG } from 'uqr';
import type { StageSettings } from '../../infra/stages.ts';
import type { PageWords } from '../../views/words/page-words.ts';
import { askedAt, escaped, hostOf, list, page, para, siteOf, WHAT_IT_IS_NOT } from './page.ts';

/** The same on a screen and on paper. */
const STYLE =
  '@page{margin:10mm}' +
  'body{text-align:center;max-width:186mm;margin:0 auto;padding:4mm 0;font-size:16px;line-height:1.45}' +
  'h1{font-size:44px;margin:0 0 12px}' +
  '.lead{font-size:21px;line-height:1.4;margin:0 auto 8px;max-width:165mm}' +
  '.code svg{width:76mm;height:76mm;display:block;margin:0 auto}' +
  '.address{font-size:26px;font-weight:700;margin:4px 0 12px;overflow-wrap:anywhere}' +
  '.points{font-size:19px;margin:0 0 16px}.points p{margin:2px 0}' +
  '.signs{text-align:left;border:2px solid #a3341f;border-radius:10px;padding:8px 18px;font-size:14px}' +
  '.signs p{margin:4px 0}.signs ul{margin:2px 0;padding-left:18px}' +
  '.host{font-size:18px;margin:16px 0 4px}.small{font-size:14px;color:#3d4742;margin:0}' +
  '@media print{body{max-width:186mm;margin:0 auto;padding:4mm 0;font-size:16px;line-height:1.45}}';

const LEAD =
  'A twelve-week email programme of calf strength, strong feet and patient walk–jog steps. ' +
  'It listens to how your week went before it writes the next one.';
const POINTS: readonly string[] = [
  'Four minutes to begin. One mail a week to answer.',
  'Free. No app, no login, no tracking.',
  'One click to leave, whenever you like.',
];
const EMERGENCY =
  'Chest pain, breathlessness or a leg that is suddenly cold, pale or numb is an emergency: call for help.';

/** The poster of a stage, with the stop signs of the pages. Its code holds the address of the form alone. */
export function poster(settings: StageSettings, { signs }: PageWords): string {
  const address = `${siteOf(settings)}/signup`;
  const host = escaped(hostOf(settings));
  return page(
    `${hostOf(settings)}: Calf Coach`,
    `<h1>A sore calf when you run?</h1>
<p class="lead">${escaped(LEAD)}</p>
<div class="code" role="img" aria-label="${escaped(`QR code of ${address}`)}">
${renderSVG(address, { ecc: 'Q', border: 4 })}
</div>
<p class="address">${escaped(address.replace('https://', ''))}</p>
<div class="points">${POINTS.map(para).join('')}</div>
<div class="signs"><p><strong>See a doctor first, today, with any of these</strong></p>
${list(signs.today)}
${para(`${EMERGENCY} All stop signs: ${siteOf(settings)}/safety`)}</div>
<p class="host"><strong>${host}</strong> · Questions: ${escaped(askedAt(settings))}</p>
<p class="small">${escaped(`${WHAT_IT_IS_NOT} Nobody reads the answers as they come in.`)}</p>`,
    STYLE,
  );
}
