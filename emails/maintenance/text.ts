import type { PlannedExercise } from '../../program/course/plan.ts';
import type { MailFrame, MaintenanceView } from '../../views/mail/views.ts';
import { doseWords } from '../../views/plan/dose.ts';
import { COPY as CHECK_IN } from '../check-in/copy.ts';
import { plainText } from '../parts/frame.ts';
import { painRule, stopSigns } from '../parts/plan-text.ts';
import { replyText } from '../parts/reply.ts';
import { bullets, link, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

const lines = (exercises: readonly PlannedExercise[]): string =>
  bullets(exercises.map((e) => `${e.name}: ${doseWords(e)}`));

export function maintenanceText(frame: MailFrame, view: MaintenanceView): string {
  const { question, keep } = view;
  return plainText(
    COPY.heading(view, frame),
    frame,
    ...COPY.lead(view).map(para),
    question === null ? null : section(COPY.ask, link(COPY.textAsk, question.url), para(CHECK_IN.anchors)),
    section(COPY.strength(keep.sessions), lines(keep.strength), view.tip === null ? null : para(view.tip)),
    section(COPY.feet, para(view.feet), lines(keep.footCoreMoves), link(`${COPY.steps}:`, view.programmeUrl)),
    section(COPY.also, bullets(view.also)),
    view.raises === null ? null : section(COPY.raises, para(view.raises)),
    painRule(view),
    ...(question === null
      ? [stopSigns(view, frame.links.safety)]
      : replyText(question.reply, frame.links.safety)),
    view.next === null ? null : para(COPY.next(view.next)),
  );
}
