import type { MailFrame, PlanView } from '../../program/explain/views.ts';
import { plainText } from '../parts/frame.ts';
import * as parts from '../parts/plan-text.ts';
import { para } from '../plain.ts';
import { COPY, needsEasing } from './copy.ts';

export function planText(frame: MailFrame, view: PlanView): string {
  return plainText(
    COPY.heading(frame, view),
    frame,
    para(view.headline),
    needsEasing(view) ? para(COPY.easing) : null,
    parts.why(view),
    parts.missing(view),
    parts.physio(view, frame.operator),
    parts.today(view, frame.links.site),
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
    parts.painChart(view.painByWeek),
    parts.dates(view, frame.links.me),
    parts.stopSigns(view, frame.links.safety),
  );
}
