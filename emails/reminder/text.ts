import type { CheckInView, MailFrame } from '../../views/mail/views.ts';
import { COPY as CHECK_IN } from '../check-in/copy.ts';
import { plainText } from '../parts/frame.ts';
import { replyText } from '../parts/reply.ts';
import { link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function reminderText(frame: MailFrame, view: CheckInView): string {
  return plainText(
    COPY.heading,
    frame,
    ...COPY.lines.map(para),
    link(CHECK_IN.textLead, view.url),
    para(COPY.lead),
    para(CHECK_IN.anchors),
    para(COPY.without(view.planOn, view.fromBreak)),
    ...replyText(view.reply, frame.links.safety),
  );
}
