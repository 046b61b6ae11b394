import type { AckView, MailFrame } from '../../views/mail/views.ts';
import { questionsUrl } from '../parts/frame.ts';
import { WORDS } from './copy.ts';

/** Where to go from here, the weightiest first. */
export function linksOf(
  frame: MailFrame,
  view: AckView,
): readonly { readonly label: string; readonly url: string }[] {
  const { code, checkInUrl, worseUrl, pageUrl } = view;
  const worse = worseUrl === null ? [] : [{ label: WORDS.worse, url: worseUrl }];
  const checkIn = checkInUrl === null ? [] : [{ label: WORDS.checkIn, url: checkInUrl }];
  const safety = { label: WORDS.safety, url: frame.links.safety };
  const page = { label: WORDS.page, url: pageUrl };
  const questions = { label: WORDS.questions, url: questionsUrl(frame) };
  if (code === 'card') return [safety, ...worse, ...checkIn, page, questions];
  if (code === 'unread' || code === 'help') return [...checkIn, ...worse, page, safety, questions];
  if (code === 'signs' || code === 'worse' || code === 'stopped')
    return [...(code === 'worse' ? worse : []), safety, ...(code === 'signs' ? worse : []), page];
  return [...checkIn, ...worse, page, safety];
}
