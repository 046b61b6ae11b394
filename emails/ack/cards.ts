import type { AckView, MailFrame } from '../../views/mail/views.ts';
import type { FaqMore } from '../../views/words/faq.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join, NOTHING } from '../escape.ts';
import { link, p, paras } from '../parts/html.ts';
import { para, section, link as textLink } from '../plain.ts';
import { WORDS } from './copy.ts';

type Card = AckView['cards'][number];
/** The page a card leads to; the own page where it is one. */
const urlOf = ({ path }: FaqMore, { links }: MailFrame, { pageUrl }: AckView): string =>
  path === null ? pageUrl : new URL(path, links.site).href;
/** What may be asked, in one run of words: a line of its own would be cut out as ours when sent back. */
const titlesOf = ({ titles }: AckView): string => `${titles.join(' · ')}.`;

/** Each question as its card words it, with the answer of the card and where there is more. */
export const cardsHtml = (frame: MailFrame, view: AckView): Html =>
  join(
    view.cards.map((card: Card) =>
      kit.part({
        heading: WORDS.asked(card.asked),
        body: join([paras(card.lines), link(card.more.label, urlOf(card.more, frame, view))]),
      }),
    ),
  );

export const titlesHtml = (view: AckView): Html =>
  view.titles.length === 0
    ? NOTHING
    : kit.part({ heading: WORDS.titles, body: join([p(WORDS.titlesHow), p(titlesOf(view))]) });

export const cardsText = (frame: MailFrame, view: AckView): readonly (string | null)[] =>
  view.cards.map((card) =>
    section(
      WORDS.asked(card.asked),
      ...card.lines.map(para),
      textLink(`${card.more.label}:`, urlOf(card.more, frame, view)),
    ),
  );

export const titlesText = (view: AckView): string | null =>
  view.titles.length === 0 ? null : section(WORDS.titles, para(WORDS.titlesHow), para(titlesOf(view)));
