/**
 * `/shoes/{token}`: the shoe check, optional, linked in weeks 2 and 8 (docs/contract.md §2,
 * docs/clinical-rules.md §5.6). Opening it stores nothing.
 */
import { GAP_MM } from '../../program/answers/shoes.ts';
import type { FieldError, FormValues, PageFrame } from '../../views/page/page-views.ts';
import {
  type Asked,
  button,
  type Choice,
  choicesOf,
  errorSummary,
  input,
  radios,
  scale,
  select,
} from '../components.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import { list } from '../panels.ts';
import { ARCH_WORDS, DROP_CHANGE_WORDS, GAP_WORDS, YES_NO_UNSURE_WORDS } from '../running-words.ts';

export interface ShoesPage {
  readonly action: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

/** The words people can say, posted as the millimetres they stand for. */
const GAPS: readonly Choice[] = (Object.keys(GAP_MM) as (keyof typeof GAP_MM)[]).map((word) => ({
  value: String(GAP_MM[word]),
  label: GAP_WORDS[word].label,
}));

const yesNo = (asked: Asked, name: string, label: string, hint?: string): Html =>
  radios(asked, {
    name,
    label,
    choices: choicesOf(YES_NO_UNSURE_WORDS),
    inline: true,
    ...(hint === undefined ? {} : { hint }),
  });

const room = (asked: Asked): Html => html`<h2>The fit</h2>
${list(['In the evening, when feet are larger.', 'Standing, in your running socks, both shoes on.', 'Press in front of your longest toe.'])}
${radios(asked, { name: 'gapMm', label: 'How much room is in front of your longest toe?', choices: GAPS })}
${yesNo(asked, 'nails', 'Do you get black toenails, or bruised or blistered tips?')}
${yesNo(asked, 'sides', 'Do the sides pinch, or does the shoe bulge there?')}
${yesNo(asked, 'heelSlip', 'Does your heel slip?', 'A little lift is normal.')}
${yesNo(asked, 'numbTop', 'Does the top of your foot go numb in the shoe?')}
${yesNo(asked, 'sizesDiffer', 'Is one of your feet larger than the other?')}
${yesNo(asked, 'measuredLate', 'Did you check the room in the afternoon or evening?')}
${yesNo(asked, 'socks', 'Did you wear your running socks for it?')}`;

const wear = (asked: Asked): Html => html`<h2>Comfort and wear</h2>
${scale(asked, { name: 'comfort', label: 'How comfortable are they?', low: 'not at all', high: 'could not be better' })}
${input(asked, {
  name: 'miles',
  label: 'How many miles have they run?',
  hint: 'A guess is enough. 300 miles are about 500 km, 500 miles about 800 km. You may also write “600 km”.',
  narrow: true,
})}
${yesNo(asked, 'worn', 'Do they look worn?', 'Deep creases in the foam, a heel that tilts, a smooth sole.')}
${yesNo(asked, 'dueNew', 'Are you about to get a new pair anyway?')}
${select(asked, {
  name: 'pairs',
  label: 'How many pairs do you run in?',
  empty: 'Not told',
  choices: [
    { value: '1', label: 'One' },
    { value: '2', label: 'Two' },
    { value: '3', label: 'Three' },
    { value: '4', label: 'Four or more' },
  ],
})}`;

const heel = (asked: Asked): Html => html`<h2>How high the heel stands</h2>
<p>The drop is how much higher the heel stands than the toes. Makers give it in millimetres, often as “drop” or “offset”.</p>
${input(asked, { name: 'dropNow', label: 'The drop of your shoes, in millimetres', hint: 'Only if you know it.', numeric: true, narrow: true })}
${yesNo(asked, 'minimal', 'Are they minimal or barefoot shoes?')}
${radios(asked, { name: 'dropChange8wk', label: 'Did you change to another heel height in the last eight weeks?', choices: choicesOf(DROP_CHANGE_WORDS) })}
${yesNo(asked, 'painAfterChange', 'If you did: did the pain begin after that?')}`;

const feet = (asked: Asked): Html => html`<h2>Your feet</h2>
${radios(asked, { name: 'arch', label: 'What are your arches like?', hint: 'The print of a wet foot shows it.', choices: choicesOf(ARCH_WORDS) })}
${yesNo(asked, 'orthotics', 'Do you wear insoles that were made for you?')}`;

/** The form. Everything may be left open. */
export function shoesPage(frame: PageFrame, view: ShoesPage): string {
  const asked: Asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: 'Check your running shoes',
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<h1>Check your running shoes</h1>
<p class="lead">About five minutes, with the shoes you run in most. The advice comes right after, on this page.</p>
<p>Leave open what you do not know: we only say something where you told us enough.</p>
<form method="post" action="${view.action}" novalidate>
${room(asked)}
${wear(asked)}
${heel(asked)}
${feet(asked)}
${button('Show me the advice')}
</form>`,
  });
}
