import type { MailFrame, PlanView, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/plan.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { p, strong } from '../parts/html.ts';
import { planSlots } from '../parts/plan-mail.ts';
import { boxes, lessons } from '../parts/plan-short.ts';
import { COPY, needsEasing } from './copy.ts';
import { planText } from './text.ts';

export function plan(frame: MailFrame, view: PlanView): RenderedMail {
  const subject = COPY.subject(view);
  const { preheader } = COPY;
  const easing = needsEasing(view) ? p(COPY.easing) : NOTHING;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(view.plan.week, view.plan.phase)),
    top: kit.top({ heading: COPY.heading(frame, view), body: join([strong(view.headline), easing]) }),
    ...planSlots(view, frame),
    lesson: lessons(view, frame.links.site),
    boxes: boxes(view),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: planText(frame, view) };
}
