import type { FlareView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import * as parts from '../parts/plan-text.ts';
import { bullets, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

export function flareText(frame: MailFrame, view: FlareView): string {
  return plainText(
    COPY.heading(frame),
    frame,
    para(view.headline),
    para(COPY.thanks),
    section(COPY.until(view), bullets(view.rest)),
    section(COPY.after(view), bullets(view.changes.map(COPY.change)), para(COPY.afterRule)),
    parts.painRule(view),
    section(COPY.checkInHeading, para(COPY.checkIn(view.checkInOn))),
    parts.stopSigns(view, frame.links.safety),
  );
}
