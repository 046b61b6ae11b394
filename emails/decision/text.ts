import type { MailFrame, PlanView } from '../../program/explain/views.ts';
import { plainText } from '../parts/frame.ts';
import * as short from '../parts/plan-short.ts';
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
    short.timesText(view),
    short.badDayText(view),
    parts.painRule(view),
    short.newMovesText(view),
    short.weekText(view),
    short.doorText(view),
    parts.painChart(view.painByWeek),
    short.closeText(view, frame.links.safety),
  );
}
