import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { planTexts } from '../parts/plan-mail.ts';
import { closeText, lessonsText } from '../parts/plan-short.ts';
import { boxes } from '../parts/plan-text.ts';
import { para } from '../plain.ts';
import { COPY, needsEasing } from './copy.ts';

export function planText(frame: MailFrame, view: PlanView): string {
  return plainText(
    COPY.heading(frame, view),
    frame,
    para(view.headline),
    needsEasing(view) ? para(COPY.easing) : null,
    ...planTexts(view, frame),
    lessonsText(view, frame.links.site),
    boxes(view),
    closeText(view, frame.links.safety),
  );
}
