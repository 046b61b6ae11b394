import type { MailFrame, QuestionView } from '../../views/mail/views.ts';
import { plainText, questionsUrl } from '../parts/frame.ts';
import { quotedWords } from '../parts/own-words.ts';
import { replyText, signsText } from '../parts/reply.ts';
import { asWritten, bullets, link, numbered, para, section } from '../plain.ts';
import { COPY } from './copy.ts';

export function questionText(frame: MailFrame, view: QuestionView): string {
  return plainText(
    COPY.heading,
    frame,
    ...COPY.lines.map(para),
    para(COPY.once(view.repeats)),
    link(COPY.textLink, view.url),
    ...replyText(view, frame.links.safety),
    link(`${COPY.asked} ${COPY.askedLink}:`, questionsUrl(frame)),
  );
}

export function wordsText(frame: MailFrame, view: QuestionView, quoted: string | null): string {
  const { words } = COPY;
  return plainText(
    words.heading,
    frame,
    para(quoted === null ? words.unquoted : `${words.wrote} ${quotedWords(quoted)}`),
    ...words.lines.map(para),
    link(words.textLink, view.url),
    signsText(view, frame.links.safety),
    para(words.reply),
    asWritten(words.line),
    para(words.once),
  );
}

export function lineText(
  frame: MailFrame,
  view: QuestionView,
  { quoted, steps, urgent }: NonNullable<QuestionView['line']>,
): string {
  const { line } = COPY;
  const held = [para(line.held), bullets(quoted), ...line.lines.map(para)];
  const doNow = steps.length === 0 ? null : numbered(steps);
  return plainText(
    urgent ? line.urgent : line.heading,
    frame,
    ...(urgent ? [doNow, ...held] : [...held, doNow === null ? null : section(line.ifTrue, doNow)]),
    para(line.again),
    link(line.textLink, view.url),
    signsText(view, frame.links.safety),
    para(line.reply),
    asWritten(line.line),
    para(line.once),
  );
}
