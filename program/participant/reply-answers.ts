/**
 * The mails that answer a reply, and how many there may be. Budgets are apart for proved and unproved
 * senders, and for what protects and everything else, so that nobody uses up an answer that the owner needs
 * (docs/architecture.md §9.6).
 */
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import type { AckCode } from './occasion.ts';
import type { OwedMail, Person } from './state.ts';

/** Answers to an act towards caution or out of the programme. */
const PROTECTIVE: readonly AckCode[] = ['worse', 'signs', 'stopped', 'paused', 'chosen', 'link'];

/** Acknowledgements out of one budget in 24 hours (docs/architecture.md §9.6). */
export const ACKS_PER_DAY = 3;

interface Budget {
  readonly acks: readonly Instant[];
  readonly careful?: readonly Instant[] | undefined;
  readonly askedWeek: number | null;
}
const NOTHING_YET: Budget = { acks: [], askedWeek: null };
type WithReplies = Pick<Person, 'replies'>;
type Answer = Pick<OwedMail, 'kind' | 'about'>;

const isUnproved = ({ about }: Answer): boolean =>
  (about?.of === 'reply' || about?.of === 'question') && about.unproved === true;
const isProtective = ({ about }: Answer): boolean => about?.of === 'reply' && PROTECTIVE.includes(about.says);
/** Asked about the list of stop signs, out of no budget: once for each reason, and once more. */
const asksTheList = ({ about }: Answer): boolean => about?.of === 'words' || about?.of === 'line';
const asksForNumber = (mail: Answer): boolean =>
  (mail.kind === 'question' && !asksTheList(mail)) ||
  (mail.about?.of === 'reply' && mail.about.says === 'unread');

const budgetOf = ({ replies }: WithReplies, mail: Answer): Budget =>
  (isUnproved(mail) ? replies?.unproved : replies) ?? NOTHING_YET;

/** Do both answers come out of one budget, so that the newer may take the place of the older? */
export const sameBudget = (a: Answer, b: Answer): boolean =>
  isUnproved(a) === isUnproved(b) && isProtective(a) === isProtective(b);

/** May this answer be told at `at`? A number is asked for once a week. */
export function mayTell(state: WithReplies, mail: Answer & Pick<OwedMail, 'week'>, at: Instant): boolean {
  const { acks, careful = [], askedWeek } = budgetOf(state, mail);
  if (asksForNumber(mail) && askedWeek === mail.week) return false;
  const spent = isProtective(mail) ? careful : acks;
  return spent.filter((told) => told > addMinutes(at, -MINUTES_PER_DAY)).length < ACKS_PER_DAY;
}

/** Remembers that a reply was answered, as long as the limits look back. */
export function withReplies<P extends Person>(state: P, mails: readonly OwedMail[]): P {
  const told = mails.find((m) => m.kind === 'ack' || (m.kind === 'question' && !asksTheList(m)));
  if (told === undefined) return state;
  const spent = spend(budgetOf(state, told), told);
  const replies = state.replies ?? NOTHING_YET;
  return { ...state, replies: isUnproved(told) ? { ...replies, unproved: spent } : { ...replies, ...spent } };
}

function spend({ acks, careful, askedWeek }: Budget, told: OwedMail): Budget {
  const lately = (all: readonly Instant[]): readonly Instant[] => [
    ...all.filter((at) => at > addMinutes(told.due, -MINUTES_PER_DAY)),
    told.due,
  ];
  return {
    ...(isProtective(told)
      ? { acks, careful: lately(careful ?? []) }
      : { acks: lately(acks), ...(careful === undefined ? {} : { careful }) }),
    askedWeek: asksForNumber(told) ? told.week : askedWeek,
  };
}
