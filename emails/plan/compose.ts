import type { MailFrame, PlanView, RenderedMail } from '../../program/explain/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/plan.ts';
import { join, NOTHING } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { p, strong } from '../parts/html.ts';
import * as parts from '../parts/plan-html.ts';
import * as short from '../parts/plan-short.ts';
import { COPY, needsEasing } from './copy.ts';
import { planText } from './text.ts';

export function plan(frame: MailFrame, view: PlanView): RenderedMail {
  const subject = COPY.subject(view.plan.week);
  const { preheader } = COPY;
  const easing = needsEasing(view) ? p(COPY.easing) : NOTHING;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(view.plan.week, view.plan.phase)),
    top: kit.top({ heading: COPY.heading(frame, view), body: join([strong(view.headline), easing]) }),
    why: short.why(view),
    missing: parts.missing(view),
    physio: short.physio(view, frame.operator),
    today: short.today(view, frame.links.site),
    badDay: short.badDay(view),
    painRule: parts.painRule(view),
    newMoves: short.newMoves(view, frame.links.site),
    week: short.week(view, frame.links.site),
    tests: short.door(view),
    lesson: short.lessons(view, frame.links.site),
    boxes: short.boxes(view),
    close: short.close(view, frame.links.safety),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: planText(frame, view) };
}
