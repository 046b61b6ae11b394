import type { ConfirmView, MailFrame } from '../../views/mail/views.ts';
import { plainText } from '../parts/frame.ts';
import { link, para } from '../plain.ts';
import { COPY } from './copy.ts';

export function confirmText(frame: MailFrame, view: ConfirmView): string {
  const { heading, lines, button, notYou } = COPY[view.what];
  return plainText(
    heading,
    frame,
    ...lines.map(para),
    link(`${button}:`, view.confirmUrl),
    para(`${view.until} ${notYou}`),
  );
}
