import type { MailFrame, QuestionView, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/question.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { paras } from '../parts/html.ts';
import { replyBox } from '../parts/reply.ts';
import { weekOf } from '../parts/week.ts';
import { COPY } from './copy.ts';
import { questionText } from './text.ts';

/** Asked once a week; shows again what a machine reads without doubt. */
export function question(frame: MailFrame, view: QuestionView): RenderedMail {
  const subject = COPY.subject(weekOf(frame));
  const { preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({ heading: COPY.heading, body: paras([...COPY.lines, COPY.once(view.repeats)]) }),
    button: kit.button({ label: COPY.button, url: view.url }),
    reply: replyBox(view, frame.links.safety),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: questionText(frame, view) };
}
