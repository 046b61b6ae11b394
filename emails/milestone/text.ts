import type { MailFrame, MilestoneView } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { bullets, link, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

export function milestoneText(frame: MailFrame, view: MilestoneView): string {
  return plainText(
    COPY.heading(frame),
    frame,
    ...view.reached.map(({ title, text, next }) => section(title, para(text), para(next))),
    section(COPY.numbers, bullets(view.numbers)),
    para(view.unchanged),
    link(`${COPY.me}:`, view.meUrl),
  );
}
