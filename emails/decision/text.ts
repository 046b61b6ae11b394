import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { planTexts } from '../parts/plan-mail.ts';
import { closeText } from '../parts/plan-short.ts';
import { painChart } from '../parts/plan-text.ts';
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
    ...planTexts(view, frame),
    painChart(view.painByWeek),
    closeText(view, frame.links.safety),
  );
}
