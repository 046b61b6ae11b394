/**
 * Form controls. Every control has a label, every group a legend, every error a link that leads to its field.
 */
import type { FieldError, FormValues } from '../views/page/page-views.ts';
import { fill, type OptionWords, type Question } from '../views/words/page-words.ts';
import { listOf, shown } from './forms/form-values.ts';
import { each, type Html, html, NOTHING, type Piece } from './html.ts';

/** What was typed before and what was wrong with it. */
export interface Asked {
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface Common {
  readonly name: string;
  /** The question. */
  readonly label: string;
  readonly hint?: string;
  /** Optional questions say so; required ones do not. */
  readonly optional?: boolean;
}

/** A list of options as it is asked, in its order. */
export const choicesOf = (options: Readonly<Record<string, OptionWords>>): readonly Choice[] =>
  Object.entries(options).map(([value, { ask }]) => ({ value, label: ask }));

/** The questions of a form by name, as fields; `braces` fill what a question leaves to the page. */
export const fieldsOf =
  <T extends string>(form: Readonly<Record<T, Question>>) =>
  (
    name: T,
    braces: Readonly<Record<string, string | number>> = {},
  ): { readonly name: T; readonly label: string; readonly hint?: string } => {
    const { ask, hint } = form[name];
    const label = fill(ask, braces);
    return hint === undefined ? { name, label } : { name, label, hint: fill(hint, braces) };
  };

const errorOf = (asked: Asked, name: string): string | null =>
  asked.errors.find((error) => error.field === name)?.message ?? null;
const idOf = (name: string, index: number): string => (index === 0 ? name : `${name}-${index}`);

const hintOf = (field: Common): Html =>
  field.hint === undefined ? NOTHING : html`<p class="hint" id="${field.name}-hint">${field.hint}</p>`;
const errorText = (name: string, message: string | null): Html =>
  message === null
    ? NOTHING
    : html`<p class="error" id="${name}-error"><span class="sr">Error: </span>${message}</p>`;
/** ` aria-describedby="…"` of hint and error, or nothing. */
const described = (field: Common, message: string | null): Html => {
  const ids = [
    field.hint === undefined ? null : `${field.name}-hint`,
    message === null ? null : `${field.name}-error`,
  ].filter((id) => id !== null);
  return ids.length === 0 ? NOTHING : html` aria-describedby="${ids.join(' ')}"`;
};
const mayBeLeft = (field: Common): Html =>
  field.optional ? html` <span class="optional">(optional)</span>` : NOTHING;

/** The list of errors above a form; each leads to its field (WCAG 3.3.1). */
export function errorSummary(errors: readonly FieldError[]): Html {
  if (errors.length === 0) return NOTHING;
  return html`<div class="errors" role="alert">
<h2>Please have another look</h2>
<ul>${each(
    errors,
    (error) => html`
<li>${error.field === '' ? error.message : html`<a href="#${error.field}">${error.message}</a>`}</li>`,
  )}
</ul>
<p>Everything else you entered is still here.</p>
</div>`;
}

function group(asked: Asked, field: Common, className: string, body: Piece): Html {
  const message = errorOf(asked, field.name);
  return html`<fieldset class="field ${className}${message === null ? '' : ' wrong'}"${described(field, message)}>
<legend>${field.label}${mayBeLeft(field)}</legend>
${hintOf(field)}${errorText(field.name, message)}
${body}
</fieldset>`;
}

const box = (
  type: 'radio' | 'checkbox',
  name: string,
  { choice, index, checked }: { readonly choice: Choice; readonly index: number; readonly checked: boolean },
): Html => html`
<div class="choice"><input type="${type}" id="${idOf(name, index)}" name="${name}" value="${choice.value}"${checked ? html` checked` : NOTHING}${
  choice.hint === undefined ? NOTHING : html` aria-describedby="${idOf(name, index)}-more"`
}><label for="${idOf(name, index)}">${choice.label}</label>${choice.hint === undefined ? NOTHING : html`<p class="more" id="${idOf(name, index)}-more">${choice.hint}</p>`}</div>`;

/** One of several. */
export const radios = (
  asked: Asked,
  field: Common & {
    readonly choices: readonly Choice[];
    readonly inline?: boolean;
    readonly selected?: string;
  },
): Html => {
  const current = shown(asked.values, field.name) || (field.selected ?? '');
  return group(
    asked,
    field,
    field.inline ? 'inline' : '',
    html`<div class="choices">${each(field.choices, (c, i) => box('radio', field.name, { choice: c, index: i, checked: current === c.value }))}</div>`,
  );
};

/** Several of many, or none of them by an active tick; `none` null: by a button of the page. */
export const checks = (
  asked: Asked,
  field: Common & { readonly choices: readonly Choice[]; readonly none?: null },
): Html => {
  const current = listOf(asked.values, field.name);
  const none: Choice = { value: 'none', label: 'None of these' };
  return group(
    asked,
    field,
    '',
    html`<div class="choices">${each(field.choices, (c, i) => box('checkbox', field.name, { choice: c, index: i, checked: current.includes(c.value) }))}${
      field.none === null
        ? NOTHING
        : html`
<p class="or">or</p>${box('checkbox', field.name, { choice: none, index: field.choices.length, checked: current.includes('none') })}`
    }</div>`,
  );
};

/** 0 to 10 as two rows of radio cells, 0–5 and 6–10, each at least 44 px. */
export const scale = (
  asked: Asked,
  field: Common & { readonly low: string; readonly high: string; readonly selected?: number | null },
): Html => {
  const current =
    shown(asked.values, field.name) ||
    (field.selected === null || field.selected === undefined ? '' : String(field.selected));
  const cell = (n: number): Html => html`
<label class="cell"><input type="radio" id="${idOf(field.name, n)}" name="${field.name}" value="${n}"${current === String(n) ? html` checked` : NOTHING}><span>${n}</span></label>`;
  return group(
    asked,
    field,
    'scale',
    html`<div class="cells">${each([0, 1, 2, 3, 4, 5], cell)}</div>
<div class="cells">${each([6, 7, 8, 9, 10], cell)}</div>
<p class="ends"><span>0 = ${field.low}</span> <span>10 = ${field.high}</span></p>`,
  );
};

/** A list to pick from; an empty first entry unless something is always chosen. */
export const select = (
  asked: Asked,
  field: Common & {
    readonly choices: readonly Choice[];
    readonly empty?: string;
    readonly selected?: string;
  },
): Html => {
  const message = errorOf(asked, field.name);
  const current = shown(asked.values, field.name) || (field.selected ?? '');
  return html`<div class="field${message === null ? '' : ' wrong'}">
<label for="${field.name}">${field.label}${mayBeLeft(field)}</label>
${hintOf(field)}${errorText(field.name, message)}
<select id="${field.name}" name="${field.name}"${described(field, message)}${message === null ? NOTHING : html` aria-invalid="true"`}>${
    field.empty === undefined
      ? NOTHING
      : html`
<option value="">${field.empty}</option>`
  }${each(
    field.choices,
    (c) => html`
<option value="${c.value}"${current === c.value ? html` selected` : NOTHING}>${c.label}</option>`,
  )}
</select>
</div>`;
};

export interface TextField extends Common {
  readonly type?: 'text' | 'email' | 'date';
  readonly autocomplete?: string;
  /** Whole numbers are typed as text with a number pad, so that what was typed is never lost. */
  readonly numeric?: boolean;
  readonly narrow?: boolean;
  readonly selected?: string;
  readonly min?: string;
  readonly max?: string;
  readonly required?: boolean;
}

/** A line of text. */
export const input = (asked: Asked, field: TextField): Html => {
  const message = errorOf(asked, field.name);
  const attribute = (name: string, value: string | undefined): Html =>
    value === undefined ? NOTHING : html` ${name}="${value}"`;
  return html`<div class="field${message === null ? '' : ' wrong'}">
<label for="${field.name}">${field.label}${mayBeLeft(field)}</label>
${hintOf(field)}${errorText(field.name, message)}
<input${field.narrow ? html` class="narrow"` : NOTHING} type="${field.type ?? 'text'}" id="${field.name}" name="${field.name}" value="${shown(asked.values, field.name) || (field.selected ?? '')}"${attribute(
    'inputmode',
    field.numeric ? 'numeric' : undefined,
  )}${attribute('autocomplete', field.autocomplete)}${attribute('min', field.min)}${attribute('max', field.max)}${
    field.required ? html` required` : NOTHING
  }${described(field, message)}${message === null ? NOTHING : html` aria-invalid="true"`}>
</div>`;
};

/** Several lines of text. */
export const textarea = (
  asked: Asked,
  field: Common & { readonly rows: number; readonly maxLength: number },
): Html => {
  const message = errorOf(asked, field.name);
  return html`<div class="field${message === null ? '' : ' wrong'}">
<label for="${field.name}">${field.label}${mayBeLeft(field)}</label>
${hintOf(field)}${errorText(field.name, message)}
<textarea id="${field.name}" name="${field.name}" rows="${field.rows}" maxlength="${field.maxLength}"${described(field, message)}>
${shown(asked.values, field.name)}</textarea>
</div>`;
};

/** One statement to agree to; never ticked beforehand. */
export const tick = (asked: Asked, field: Common): Html => {
  const message = errorOf(asked, field.name);
  return html`<div class="field tick${message === null ? '' : ' wrong'}">
${errorText(field.name, message)}
<div class="choice"><input type="checkbox" id="${field.name}" name="${field.name}" value="yes" required${shown(asked.values, field.name) === 'yes' ? html` checked` : NOTHING}${described(
    field,
    message,
  )}${message === null ? NOTHING : html` aria-invalid="true"`}><label for="${field.name}">${field.label}</label></div>
${hintOf(field)}
</div>`;
};

/** A field nobody sees, neither people nor assistive technology. */
export const trap = (name: string): Html => html`<div class="trap" hidden aria-hidden="true">
<label for="${name}">Leave this empty</label>
<input type="text" id="${name}" name="${name}" value="" tabindex="-1" autocomplete="off">
</div>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

export const button = (label: string, look: 'main' | 'quiet' | 'stop' = 'main'): Html =>
  html`<button type="submit" class="button ${look}">${label}</button>`;

/** A small form that is one button. */
export const actionForm = (
  action: string,
  name: string,
  label: string,
  look: 'main' | 'quiet' = 'quiet',
): Html => html`<form method="post" action="${action}">
${hidden('action', name)}
${button(label, look)}
</form>`;
