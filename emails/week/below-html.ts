/**
 * Below the rule of a plan: first what is always said (pain rule, stop signs, numbers, the way to say
 * "worse"), whole in every mail; then what the week needs beside its glance.
 */
import type { MailFrame, PlanBox, PlanView } from '../../views/mail/views.ts';
import { runWords } from '../../views/plan/dose.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join, LINE, NOTHING } from '../escape.ts';
import { bullets, labelled, link, p } from '../parts/html.ts';
import { cardMoves, newMoves, sharedStopRule } from '../parts/new-moves.ts';
import { quotedWords } from '../parts/own-words.ts';
import { PLAN_WORDS } from '../parts/plan-copy.ts';
import { card, box as listed, painRule } from '../parts/plan-html.ts';
import { type Above, belowWhy, testLines } from './above.ts';
import { ended } from './week-html.ts';
import { WEEK_WORDS as W } from './words.ts';

export const safety = (view: PlanView, { links, numbers }: MailFrame): Html =>
  join([
    kit.divider(),
    painRule(view),
    kit.runIn({
      title: `${PLAN_WORDS.stopSigns}:`,
      body: join([
        LINE,
        kit.textLink({
          text: `${PLAN_WORDS.signs(view.stopSigns)} ${W.numbers(numbers.emergency, numbers.urgent)}`,
          linkLabel: PLAN_WORDS.stopSignsLink,
          url: links.safety,
        }),
      ]),
    }),
    links.worse === null ? NOTHING : kit.worseLink({ label: W.worse, url: links.worse }),
  ]);

/** A box in one paragraph; one with a list keeps its lines. */
const boxHtml = (box: PlanBox): Html => {
  const { title, text, items = [], own = [], link: to } = box;
  if (items.length > 0) return listed(box);
  const body = [
    ...own.map(({ label, words }) => kit.testOf({ label, test: quotedWords(words) })),
    to === undefined ? kit.words({ text }) : kit.textLink({ text, linkLabel: to.label, url: to.url }),
  ];
  return kit.runInBox({ title: ended(title), body: join(body) });
};

/** The note to show a physiotherapist, line by line; that one could help stands above. */
const physio = ({ physio: advised, note }: PlanView, { operator: { referral }, links }: MailFrame): Html => {
  if (!advised) return NOTHING;
  const lines = (texts: readonly string[]): readonly Html[] => texts.map((text) => kit.nextLine({ text }));
  const label =
    links.summary === null
      ? lines([PLAN_WORDS.note])
      : [
          ...lines(['']),
          kit.textLink({ text: PLAN_WORDS.noteOr, linkLabel: PLAN_WORDS.sheetLink, url: links.summary }),
        ];
  return kit.ruleBox({
    title: ended(PLAN_WORDS.physio),
    lines: join([...(referral === null ? [] : lines([referral])), ...label, ...lines(note)]),
  });
};

/** New moves with their drawing step by step; those beyond the cards with what to think of. */
function moves(view: PlanView, site: string): Html {
  const cards = cardMoves(view);
  const shared = sharedStopRule(view.plan);
  const others = newMoves(view.plan).filter((e) => !cards.includes(e));
  return cards.length + others.length === 0
    ? NOTHING
    : kit.part({
        heading: PLAN_WORDS.newMoves,
        body: join([
          ...cards.map((e) => card(e, site, shared)),
          ...others.map((e) => labelled(`${e.name}.`, e.cue)),
        ]),
      });
}

/** `lead` = sentences of the mail itself that are no part of the week. */
export function more(view: PlanView, frame: MailFrame, fit: Above, lead: readonly string[]): Html {
  const reasons = belowWhy(view, fit);
  const tests = testLines(view);
  return join([
    kit.part({
      heading: W.more,
      body: join([
        ...lead.map(p),
        ...(view.badDay === null ? [] : [labelled(view.badDay.label, view.badDay.text)]),
        labelled(W.running, runWords(view.plan.run).join(' ')),
        ...(fit.sessions.length === view.glance.sessions.length ? [] : [p(W.extra(view.plan.crossTraining))]),
        labelled(`${PLAN_WORDS.dates}.`, PLAN_WORDS.next(view)),
        ...(frame.links.me === null || view.kind !== 'start'
          ? []
          : [link(PLAN_WORDS.mePage, frame.links.me)]),
      ]),
    }),
    reasons.length === 0 ? NOTHING : kit.part({ heading: W.moreWhy, body: bullets(reasons) }),
    tests.length === 0
      ? NOTHING
      : kit.part({ heading: W.tests(tests.length), body: join([bullets(tests), p(PLAN_WORDS.stays)]) }),
    physio(view, frame),
    ...view.boxes.map(boxHtml),
    moves(view, frame.links.site),
  ]);
}
