import type { MailFrame, PausedView } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function pausedText(frame: MailFrame, view: PausedView): string {
  return plainText(
    COPY.heading(view),
    frame,
    ...COPY.lines(view).map(para),
    link(`${COPY.button}:`, view.comeBackUrl),
  );
}
