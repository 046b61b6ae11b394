import type { ClearanceView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { PLAN_WORDS } from '../parts/plan-copy.ts';
import { bullets, link, numbered, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

export function clearanceText(frame: MailFrame, view: ClearanceView): string {
  const { me } = frame.links;
  return plainText(
    COPY.heading(view.day),
    frame,
    para(COPY.lead(view.day)),
    view.because.length === 0 ? null : section(COPY.because, bullets(view.because)),
    view.steps.length === 0 ? null : section(COPY.steps, numbered(view.steps)),
    section(
      COPY.back,
      para(COPY.backLine),
      me === null ? null : link(`${PLAN_WORDS.myPage}:`, me),
      view.day === 14 ? para(COPY.last) : null,
    ),
  );
}
