import type { MailFrame, QuestionView } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { replyText } from '../parts/reply.ts';
import { link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function questionText(frame: MailFrame, view: QuestionView): string {
  return plainText(
    COPY.heading,
    frame,
    ...COPY.lines.map(para),
    para(COPY.once(view.repeats)),
    link(COPY.textLink, view.url),
    ...replyText(view, frame.links.safety),
  );
}
