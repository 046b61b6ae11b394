import type { AckView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { bullets, link, numbered, para, section } from '../plain.ts';
import { cardsText, titlesText } from './cards.ts';
import { COPY, WORDS } from './copy.ts';
import { linksOf } from './links.ts';

export function ackText(frame: MailFrame, view: AckView): string {
  const { heading, lines } = COPY[view.code];
  return plainText(
    heading,
    frame,
    ...lines(view).map(para),
    view.understood.length === 0
      ? null
      : section(WORDS.understood, bullets(view.understood), para(WORDS.correct)),
    view.missing.length === 0 ? null : section(WORDS.missing, bullets(view.missing), para(WORDS.missingRule)),
    view.steps.length === 0 ? null : section(WORDS.steps, numbered(view.steps)),
    ...cardsText(frame, view),
    titlesText(view),
    ...linksOf(frame, view).map(({ label, url }) => link(`${label}:`, url)),
  );
}
