/**
 * Questions of a reply that a reviewed card answers (docs/architecture.md §9.9). A card is found only where a
 * whole clause is one of its forms; it says nothing about the clauses beside it. Never a reason to move
 * anything.
 */
import { type AskedCard, LONGEST_QUESTION } from '../../curriculum/asked-card.ts';
import type { Curriculum } from '../../curriculum/schema.ts';
import { count, type Meter } from '../meter.ts';
import { CLAUSE, MOST_CLAUSES } from '../unread/unread.ts';
import { normalForm } from './normal.ts';

/** More are not answered in one mail. */
export const MOST_CARDS = 3;

interface Form {
  readonly card: string;
  readonly holds: boolean;
  readonly whole: RegExp;
}
export type QuestionForms = readonly Form[];

/** Made once for the cards of a bundle. */
const READY = new WeakMap<Curriculum['faq'], QuestionForms>();

/** Ready for asking; in the order of the cards. */
export function questionForms(cards: Curriculum['faq']): QuestionForms {
  const ready =
    READY.get(cards) ??
    cards.flatMap(({ id, holds, forms }) =>
      forms.map((form) => ({ card: id, holds, whole: new RegExp(`^${form.replaceAll('(', '(?:')}$`) })),
    );
  READY.set(cards, ready);
  return ready;
}

export interface Questions {
  /** Each card once, in the order of asking, `MOST_CARDS` at most. */
  readonly cards: readonly AskedCard[];
  /** Of them, those that may stand beside a number. */
  readonly beside: readonly AskedCard[];
  /** The text without the clauses of `cards`. */
  readonly rest: string;
  /** The text without the clauses of `beside`: what a number is read from. */
  readonly restBeside: string;
}

/** A question may run over so many pieces ("I have a race in 6 weeks, can I run it?", a wrapped line). */
const MOST_PIECES = 4;

/** Parts clauses as `CLAUSE` does, and keeps what ends them. */
const CLAUSE_KEPT = new RegExp(`(${CLAUSE.source})`, CLAUSE.flags);

/** A text that asks nothing. */
export const noQuestions = (text: string): Questions => ({
  cards: [],
  beside: [],
  rest: text,
  restBeside: text,
});

/** The form that pieces `from` to `to` say as a whole, or null. */
function formOf(pieces: readonly string[], forms: QuestionForms): (Form & { readonly said: string }) | null {
  const typed = pieces.join(' ');
  // Courtesies may stand around it.
  const said = typed.length > 2 * LONGEST_QUESTION ? '' : normalForm(typed);
  if (said === '' || said.length > LONGEST_QUESTION) return null;
  const form = forms.find(({ whole }) => whole.test(said));
  return form === undefined ? null : { ...form, said };
}

/** The questions of a new text. Linear in it; a text of very many clauses is no question. */
export function questionsIn(text: string, forms: QuestionForms, meter?: Meter): Questions {
  count(meter, text.length);
  // Every clause with what ends it, so that the rest of the text stays as it was.
  const pieces = text.split(CLAUSE_KEPT, 2 * MOST_CLAUSES + 1);
  if (forms.length === 0 || pieces.length > 2 * MOST_CLAUSES) return noQuestions(text);
  const rest = [...pieces];
  const restBeside = [...pieces];
  const found = new Map<string, Form & { readonly said: string }>();
  for (let at = 0; at < pieces.length; at += 2) {
    for (let many = MOST_PIECES; many >= 1; many--) {
      const here = Array.from({ length: many }, (_, i) => pieces[at + 2 * i]);
      if (here.at(-1) === undefined || here.at(-1)?.trim() === '' || here[0]?.trim() === '') continue;
      count(meter, 1);
      const form = formOf(here as readonly string[], forms);
      if (form === null) continue;
      for (let i = 0; i < many; i++) {
        rest[at + 2 * i] = ' ';
        if (!form.holds) restBeside[at + 2 * i] = ' ';
      }
      if (!found.has(form.card)) found.set(form.card, form);
      at += 2 * (many - 1);
      break;
    }
  }
  const kept = [...found.values()].slice(0, MOST_CARDS);
  const asked = (form: (typeof kept)[number]): AskedCard => ({ card: form.card, asked: form.said });
  return {
    cards: kept.map(asked),
    beside: kept.filter(({ holds }) => !holds).map(asked),
    rest: rest.join(''),
    restBeside: restBeside.join(''),
  };
}
