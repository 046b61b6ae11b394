import type { CheckInView, MailFrame, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/reminder.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { grid } from '../parts/grid.ts';
import { p, paras } from '../parts/html.ts';
import { replyBox } from '../parts/reply.ts';
import { weekOf } from '../parts/week.ts';
import { COPY } from './copy.ts';
import { reminderText } from './text.ts';

export function reminder(frame: MailFrame, view: CheckInView): RenderedMail {
  const subject = COPY.subject(weekOf(frame));
  const { preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({ heading: COPY.heading, body: paras([...COPY.lines, COPY.lead]) }),
    grid: grid(view.scale),
    after: p(COPY.without(view.planOn, view.fromBreak)),
    button: kit.button({ label: COPY.button, url: view.url }),
    reply: replyBox(view.reply, frame.links.safety),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: reminderText(frame, view) };
}
