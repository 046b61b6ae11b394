import type { ClosedView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { bullets, link, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

export function closedText(frame: MailFrame, view: ClosedView): string {
  const { referral } = frame.operator;
  return plainText(
    COPY.heading(view),
    frame,
    ...COPY.lines(view).map(para),
    view.note.length === 0
      ? null
      : section(COPY.note, bullets(view.note), referral === null ? null : para(referral)),
    view.why === 'silence' ? link(`${COPY.button}:`, view.signupUrl) : null,
  );
}
