import type { MailFrame } from '../../views/mail/views.ts';

/** The week of a weekly mail. Throws when the frame has none: its subject would not be unique. */
export function weekOf(frame: MailFrame): number {
  if (frame.week === null) throw new TypeError(`mail view: frame.week is missing on ${frame.kind}`);
  return frame.week;
}
