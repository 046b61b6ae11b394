/**
 * `/shoes/{token}`: the shoe check, optional, linked in weeks 2 and 8 (docs/contract.md §2,
 * docs/clinical-rules.md §5.6). Opening it stores nothing.
 */
import { GAP_MM } from '../../../program/answers/shoes.ts';
import type { FieldError, FormValues, PageFrame } from '../../../views/page/page-views.ts';
import type { Questions } from '../../../views/words/page-words.ts';
import {
  type Asked,
  button,
  type Choice,
  choicesOf,
  errorSummary,
  fieldsOf,
  input,
  radios,
  scale,
  select,
} from '../../components.ts';
import { type Html, html } from '../../html.ts';
import { page } from '../../layout.ts';
import { list } from '../../panels.ts';

export interface ShoesPage {
  readonly action: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

/** The fields of the form, and the plain questions among them. */
function shoeFields({ forms, options }: Questions, asked: Asked) {
  const field = fieldsOf(forms.shoes);
  const yesNo = (name: Parameters<typeof field>[0]): Html =>
    radios(asked, { ...field(name), choices: choicesOf(options.yesNoUnsure), inline: true });
  return { field, yesNo };
}

/** The words people can say, posted as the millimetres they stand for. */
const gaps = ({ options }: Questions): readonly Choice[] =>
  (Object.keys(GAP_MM) as (keyof typeof GAP_MM)[]).map((word) => ({
    value: String(GAP_MM[word]),
    label: options.gap[word].ask,
  }));

const room = (asked: Asked, questions: Questions): Html => {
  const { field, yesNo } = shoeFields(questions, asked);
  return html`<h2>The fit</h2>
${list(['In the evening, when feet are larger.', 'Standing, in your running socks, both shoes on.', 'Press in front of your longest toe.'])}
${radios(asked, { ...field('gapMm'), choices: gaps(questions) })}
${yesNo('nails')}
${yesNo('sides')}
${yesNo('heelSlip')}
${yesNo('numbTop')}
${yesNo('sizesDiffer')}
${yesNo('measuredLate')}
${yesNo('socks')}`;
};

const PAIRS: readonly Choice[] = ['One', 'Two', 'Three', 'Four or more'].map((label, i) => ({
  value: String(i + 1),
  label,
}));

const wear = (asked: Asked, questions: Questions): Html => {
  const { field, yesNo } = shoeFields(questions, asked);
  return html`<h2>Comfort and wear</h2>
${scale(asked, { ...field('comfort'), ...questions.scales.comfort })}
${input(asked, { ...field('miles'), narrow: true })}
${yesNo('worn')}
${yesNo('dueNew')}
${select(asked, { ...field('pairs'), empty: 'Not told', choices: PAIRS })}`;
};

const heel = (asked: Asked, questions: Questions): Html => {
  const { field, yesNo } = shoeFields(questions, asked);
  return html`<h2>How high the heel stands</h2>
<p>The drop is how much higher the heel stands than the toes. Makers give it in millimetres, often as “drop” or “offset”.</p>
${input(asked, { ...field('dropNow'), numeric: true, narrow: true })}
${yesNo('minimal')}
${radios(asked, { ...field('dropChange8wk'), choices: choicesOf(questions.options.dropChange8wk) })}
${yesNo('painAfterChange')}`;
};

const feet = (asked: Asked, questions: Questions): Html => {
  const { field, yesNo } = shoeFields(questions, asked);
  return html`<h2>Your feet</h2>
${radios(asked, { ...field('arch'), choices: choicesOf(questions.options.arch) })}
${yesNo('orthotics')}`;
};

/** The form. Everything may be left open. */
export function shoesPage(frame: PageFrame, view: ShoesPage): string {
  const { questions } = frame.words;
  const asked: Asked = { values: view.values, errors: view.errors };
  return page(frame, {
    title: 'Check your running shoes',
    error: view.errors.length > 0,
    main: html`${errorSummary(view.errors)}
<h1>Check your running shoes</h1>
<p class="lead">About five minutes, with the shoes you run in most. The advice comes right after, on this page.</p>
<p>Leave open what you do not know: we only say something where you told us enough.</p>
<form method="post" action="${view.action}" novalidate>
${room(asked, questions)}
${wear(asked, questions)}
${heel(asked, questions)}
${feet(asked, questions)}
${button('Show me the advice')}
</form>`,
  });
}
