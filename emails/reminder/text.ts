import type { CheckInView, MailFrame } from '../../program/explain/views.ts';
import { COPY as CHECK_IN } from '../check-in/copy.ts';
import { plainText } from '../parts/frame.ts';
import { bullets, link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function reminderText(frame: MailFrame, view: CheckInView): string {
  return plainText(
    COPY.heading,
    frame,
    ...COPY.lines.map(para),
    link(CHECK_IN.textLead, view.url),
    para(COPY.lead),
    bullets([CHECK_IN.left, CHECK_IN.right]),
    para(COPY.without(view.planOn)),
  );
}
