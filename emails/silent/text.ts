import type { MailFrame, SilentView } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function silentText(frame: MailFrame, view: SilentView): string {
  return plainText(
    COPY.heading(frame),
    frame,
    ...COPY.lines.map(para),
    link(`${COPY.button}:`, view.checkInUrl),
    link(`${COPY.me}:`, view.meUrl),
  );
}
