import type { MailFrame, PlanView } from '../../program/explain/views.ts';
import { plainText } from '../parts/frame.ts';
import * as parts from '../parts/plan-text.ts';
import { para } from '../plain.ts';
import { needsEasing, COPY as PLAN } from '../plan/copy.ts';
import { COPY } from './copy.ts';

export function decisionText(frame: MailFrame, view: PlanView): string {
  return plainText(
    COPY.heading(frame),
    frame,
    para(view.headline),
    para(COPY.replaces),
    needsEasing(view) ? para(PLAN.easing) : null,
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
    parts.painChart(view.painByWeek),
    parts.dates(view, frame.links.me),
  );
}
