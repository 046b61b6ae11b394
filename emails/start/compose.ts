import type { MailFrame, PlanView, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/start.ts';
import { join } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { paras, strong } from '../parts/html.ts';
import { fitted, weekSlots } from '../week/mail.ts';
import { COPY, leadOf } from './copy.ts';
import { startText } from './text.ts';

export function start(frame: MailFrame, view: PlanView): RenderedMail {
  const { subject, preheader } = COPY;
  const week = fitted(frame, view, leadOf(frame, view));
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(view.plan.week, view.plan.phase)),
    top: kit.top({
      heading: COPY.heading(frame),
      body: join([strong(view.headline), paras(week.lead.above.slice(2))]),
    }),
    ...weekSlots(week),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: startText(week) };
}
