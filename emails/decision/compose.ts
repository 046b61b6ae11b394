import type { MailFrame, PlanView, RenderedMail } from '../../views/mail/views.ts';
import { page } from '../compiled/decision.ts';
import * as kit from '../compiled/kit.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { p, strong } from '../parts/html.ts';
import { painChart } from '../parts/plan-html.ts';
import { planSlots } from '../parts/plan-mail.ts';
import { needsEasing, COPY as PLAN } from '../plan/copy.ts';
import { COPY } from './copy.ts';
import { decisionText } from './text.ts';

export function decision(frame: MailFrame, view: PlanView): RenderedMail {
  const subject = COPY.subject(view.plan.week);
  const { preheader } = COPY;
  const easing = needsEasing(view) ? p(PLAN.easing) : NOTHING;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(view.plan.week, view.plan.phase)),
    top: kit.top({
      heading: COPY.heading(frame),
      body: join([strong(view.headline), p(COPY.replaces), easing]),
    }),
    ...planSlots(view, frame),
    pain: painChart(view.painByWeek),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: decisionText(frame, view) };
}
