import type { CheckInView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { replyText } from '../parts/reply.ts';
import { bullets, link, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

export function checkInText(frame: MailFrame, view: CheckInView): string {
  const tests =
    view.tests.length === 0
      ? null
      : section(COPY.tests(view.tests.length), bullets(view.tests), para(COPY.testsRule));
  return plainText(
    COPY.heading,
    frame,
    view.fromBreak ? para(COPY.welcome) : null,
    link(COPY.textLead, view.url),
    para(COPY.anchors),
    para(COPY.after),
    para(COPY.plan(view.planOn, view.fromBreak)),
    tests,
    ...replyText(view.reply, frame.links.safety),
  );
}
