import type { GraduationView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { ownWordsText } from '../parts/own-words.ts';
import { painChart } from '../parts/plan-text.ts';
import { bullets, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

export function graduationText(frame: MailFrame, view: GraduationView): string {
  return plainText(
    COPY.heading(frame),
    frame,
    para(COPY.lead(view)),
    section(COPY.numbers, bullets(COPY.lines(view))),
    painChart(view.painByWeek, view.painByWeek.length),
    view.keepGoing.length === 0 ? null : section(COPY.keepGoing, bullets(view.keepGoing)),
    view.goal === null ? null : ownWordsText(view.goal),
    para(COPY.after),
  );
}
