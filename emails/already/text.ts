import type { AlreadyView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function alreadyText(frame: MailFrame, view: AlreadyView): string {
  return plainText(
    COPY.heading,
    frame,
    para(COPY.known(view.status)),
    para(COPY.notYou),
    link(`${COPY.button(view.status)}:`, view.continueUrl),
  );
}
