/**
 * The list of stop signs alone (docs/clinical-rules.md §12 A4): after words that nobody could read, or after
 * a line of it that stood alone in a reply.
 */
import type { PageFrame } from '../../../views/page/page-views.ts';
import { button, checks, fieldsOf } from '../../components.ts';
import { type Html, html } from '../../html.ts';
import { page } from '../../layout.ts';
import { weeklyChoices } from '../intake/intake-steps.ts';

const WORDS = {
  line: {
    heading: 'Is one of these true?',
    text:
      'Your reply held one line of this list and nothing else, and a mail program may have left it there. ' +
      'Until you answer, walk only: no running and no calf work.',
  },
  unread: {
    heading: 'We could not read all that you wrote',
    text:
      'No person reads it, and we would rather ask than guess. Until you answer this list, walk only: ' +
      'no running and no calf work.',
  },
} as const;

export interface ListAsked {
  readonly action: string;
  /** It is asked for a line of it that stood alone in a reply. */
  readonly line: boolean;
  readonly level: 'h1' | 'h2';
}

export function listForm({ numbers, words: { questions } }: PageFrame, asked: ListAsked): Html {
  const { heading, text } = asked.line ? WORDS.line : WORDS.unread;
  const field = fieldsOf(questions.forms.worse)('redFlags', { emergency: numbers.emergency });
  return html`${asked.level === 'h1' ? html`<h1>${heading}</h1>` : html`<h2>${heading}</h2>`}
<p>${text}</p>
<form method="post" action="${asked.action}" novalidate>
${checks({ values: {}, errors: [] }, { ...field, choices: weeklyChoices(questions) })}
${button('Save this list')}
</form>`;
}

/** The list as a page of its own, where no check-in was answered. */
export const listPage = (frame: PageFrame, action: string): string =>
  page(frame, {
    title: WORDS.line.heading,
    main: html`${listForm(frame, { action, line: true, level: 'h1' })}
<p>True now? Do not wait: <a href="/safety">stop signs and who to call</a>.</p>`,
  });
