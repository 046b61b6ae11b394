import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import * as short from '../parts/plan-short.ts';
import * as parts from '../parts/plan-text.ts';
import { para } from '../plain.ts';
import { COPY } from './copy.ts';

export function startText(frame: MailFrame, view: PlanView): string {
  return plainText(
    COPY.heading(frame),
    frame,
    para(view.headline),
    ...COPY.lines.map(para),
    para(COPY.days(view.plan.days)),
    parts.why(view),
    parts.physio(view, frame),
    parts.today(view, frame.links.site),
    short.badDayText(view),
    parts.painRule(view),
    parts.glance(view),
    parts.strength(view),
    parts.warmUp(view),
    parts.running(view),
    parts.footCore(view),
    parts.stretches(view),
    parts.addOn(view),
    parts.tests(view),
    parts.lesson(view),
    parts.boxes(view),
    parts.dates(view, frame.links.me),
    parts.stopSigns(view, frame.links.safety),
  );
}
