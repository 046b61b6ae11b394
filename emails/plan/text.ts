import type { MailFrame, PlanView } from '../../program/explain/views.ts';
import { plainText } from '../parts/frame.ts';
import * as short from '../parts/plan-short.ts';
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
    short.timesText(view),
    short.badDayText(view),
    parts.painRule(view),
    short.newMovesText(view),
    short.weekText(view),
    short.doorText(view),
    short.lessonsText(view, frame.links.site),
    parts.boxes(view),
    short.closeText(view, frame.links.safety),
  );
}
