import type { MailFrame, SafetyView } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { bullets, link, numbered, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

/** In an emergency nothing is to be read but the number. */
export const sheetUrl = (frame: MailFrame, view: SafetyView): string | null =>
  view.route === 'emergency' ? null : frame.links.summary;

export function safetyText(frame: MailFrame, view: SafetyView): string {
  const { referral } = frame.operator;
  const sheet = sheetUrl(frame, view);
  return plainText(
    view.headline,
    frame,
    numbered(view.steps),
    section(COPY.numbersHeading, bullets(COPY.numbers(frame.numbers))),
    section(COPY.because, ...view.because.map(para)),
    view.tell.length === 0 ? null : section(COPY.tell, bullets(view.tell)),
    section(COPY.stopped, para(view.stopped), para(COPY.crossed)),
    view.note.length === 0
      ? null
      : section(
          COPY.note,
          bullets(view.note),
          sheet === null ? null : link(`${COPY.sheet}:`, sheet),
          referral === null ? null : para(referral),
        ),
    view.comeBack === '' ? null : section(COPY.back, para(view.comeBack)),
  );
}
