import type { LetterView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { ownWordsText } from '../parts/own-words.ts';
import { painChart } from '../parts/plan-text.ts';
import { bullets, link, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

export function milestoneText(frame: MailFrame, view: LetterView): string {
  return plainText(
    COPY.heading(frame, view),
    frame,
    para(view.told),
    para(view.meaning),
    view.goal === null ? null : ownWordsText(view.goal),
    section(COPY.numbers, bullets(view.numbers)),
    painChart(view.painByWeek, view.painByWeek.length),
    para(view.next),
    para(view.unchanged),
    link(`${COPY.me}:`, view.meUrl),
  );
}
