import type { MailFrame, PlanView, RenderedMail } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { page } from '../compiled/start.ts';
import { join } from '../escape.ts';
import { band, foot, weekLabel } from '../parts/frame.ts';
import { paras, strong } from '../parts/html.ts';
import * as parts from '../parts/plan-html.ts';
import * as short from '../parts/plan-short.ts';
import { COPY } from './copy.ts';
import { startText } from './text.ts';

export function start(frame: MailFrame, view: PlanView): RenderedMail {
  const { subject, preheader } = COPY;
  const html = page({
    subject,
    preheader,
    band: band(weekLabel(view.plan.week, view.plan.phase)),
    top: kit.top({
      heading: COPY.heading(frame),
      body: join([strong(view.headline), paras([...COPY.lines, COPY.days(view.plan.days)])]),
    }),
    dates: parts.dates(view, frame.links.me),
    today: parts.today(view, frame.links.site),
    badDay: short.badDay(view),
    glance: parts.glance(view),
    strength: parts.strength(view, frame.links.site),
    warmUp: parts.warmUp(view, frame.links.site),
    running: parts.running(view),
    footCore: parts.footCore(view, frame.links.site),
    stretches: parts.stretches(view, frame.links.site),
    addOn: parts.addOn(view, frame.links.site),
    tests: parts.tests(view),
    painRule: parts.painRule(view),
    lesson: parts.lesson(view),
    boxes: parts.boxes(view),
    why: parts.why(view),
    physio: parts.physio(view, frame),
    stopSigns: parts.stopSigns(view, frame.links.safety),
    foot: foot(frame),
  });
  return { subject, preheader, html, text: startText(frame, view) };
}
