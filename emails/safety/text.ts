import type { MailFrame, SafetyView } from '../../program/explain/views.ts';
import { plainText } from '../parts/frame.ts';
import { bullets, numbered, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

export function safetyText(frame: MailFrame, view: SafetyView): string {
  const { referral } = frame.operator;
  return plainText(
    view.headline,
    frame,
    numbered(view.steps),
    section(COPY.numbersHeading, bullets(COPY.numbers(frame.numbers))),
    section(COPY.because, ...view.because.map(para)),
    view.tell.length === 0 ? null : section(COPY.tell, bullets(view.tell)),
    section(COPY.stopped, para(view.stopped), para(COPY.crossed)),
    view.note.length === 0 ? null : section(COPY.note, bullets(view.note), referral === null ? null : para(referral)),
    view.comeBack === '' ? null : section(COPY.back, para(view.comeBack)),
  );
}
