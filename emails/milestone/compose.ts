import type { MailFrame, MilestoneView, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/milestone.ts';
import { join } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { bullets, link, p, strong } from '../parts/html.ts';
import { weekOf } from '../parts/week.ts';
import { COPY } from './copy.ts';
import { milestoneText } from './text.ts';

export function milestone(frame: MailFrame, view: MilestoneView): RenderedMail {
  const subject = COPY.subject(weekOf(frame));
  const { preheader } = COPY;
  const reached = view.reached.flatMap(({ title, text, next }) => [strong(title), p(text), p(next)]);
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(frame.week)),
    top: kit.top({ heading: COPY.heading(frame), body: join(reached) }),
    numbers: kit.warmBox({ heading: COPY.numbers, body: bullets(view.numbers) }),
    after: join([p(view.unchanged), link(COPY.me, view.meUrl)]),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: milestoneText(frame, view) };
}
