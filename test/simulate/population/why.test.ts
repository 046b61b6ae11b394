/**
 * Every mail and every silence of a simulated population has its cause. What left is taken from the provider,
 * what is owed from a walk of the journal that shares nothing with the explanation.
 */
import { expect, test } from 'vitest';
import type { Everything, JournalEntry } from '../../../functions/shell/ports.ts';
import { HABITS } from '../../../simulate/population/people.ts';
import { drawFaults } from '../../../simulate/population/plan.ts';
import { randomOf } from '../../../simulate/population/random.ts';
import { BEGINS, playScenario } from '../../../simulate/population/run.ts';
import type { World } from '../../../simulate/population/world.ts';
import { momentsOf } from '../../../tools/coach/why/moments.ts';
import { type Cause, type SilenceCode, silenceAt } from '../../../tools/coach/why/silence.ts';
import { type Story, storiesOf } from '../../../tools/coach/why/stories.ts';
import { inWords, whyOf } from '../../../tools/coach/why/why.ts';

const FULL = process.env['CALF_COACH_TESTS'] === 'full';
const PEOPLE_A_WORLD = 25;
const WORLDS = FULL ? 40 : 1;
/** Most live for a week, some long enough for three unanswered questions. */
const weeksOf = (seed: number): number => (seed % 5 === 1 ? 5 : 1);
/** The instances of the functions have clocks of their own. */
const CLOCK_SKEW = 5_000;
const HALF_DAY = 12 * 60 * 60_000;
const say = (at: string): string => at;

/** A population with faults, all of them as lively as they get. */
function worldOf(seed: number): Promise<World> {
  const weeks = weeksOf(seed);
  return playScenario({
    seed,
    weeks,
    quietWeeks: 1,
    people: Array.from({ length: PEOPLE_A_WORLD }, (_, n) => ({
      habit: HABITS[n % HABITS.length] ?? 'calm',
    })),
    faults: { ...drawFaults(randomOf(seed).fork('why'), weeks), poisonMail: null, poisonState: null },
    begins: BEGINS,
    lively: true,
  });
}

/** What a walk of the journal knows at an instant: the status by its last word, and each mail by its own. */
interface Walked {
  readonly status: string;
  readonly owed: ReadonlyMap<string, string>;
  readonly flying: ReadonlySet<string>;
  readonly asks: boolean;
}
const STATUS: Readonly<Record<string, string>> = {
  SignedUp: 'unconfirmed',
  Confirmed: 'confirmed',
  Enrolled: 'active',
  Stopped: 'stopped',
  Paused: 'paused',
  Graduated: 'completed',
  Referred: 'completed',
  Relapsed: 'active',
  Left: 'left',
  Lapsed: 'erased',
  Erased: 'erased',
};
function walk(journal: readonly JournalEntry[], until: string): Walked {
  let status = 'nobody';
  let fromMaintenance = false;
  let asks = false;
  const owed = new Map<string, string>();
  const flying = new Set<string>();
  for (const { at, events } of journal) {
    if (at > until) break;
    for (const event of events) {
      if (event.type === 'Paused') fromMaintenance = status === 'completed';
      if (event.type === 'Resumed') status = fromMaintenance ? 'completed' : 'active';
      if (event.type === 'Cleared') status = event.course === null ? 'confirmed' : 'active';
      status = STATUS[event.type] ?? status;
      if (event.type === 'CheckInOpened') asks = true;
      if (event.type === 'CheckedIn' || event.type === 'WeekUnanswered') asks = false;
      if (event.type === 'AnswersDoubted') asks = true;
      if (event.type === 'MailsOwed') for (const { occasion, due } of event.mails) owed.set(occasion, due);
      if (event.type === 'MailPostponed') owed.set(event.occasion, event.due);
      if (event.type === 'MailsDropped') for (const occasion of event.occasions) owed.delete(occasion);
      if (event.type === 'MailClaimed') {
        owed.delete(event.mail.occasion);
        flying.add(event.mail.occasion);
      }
      if (event.type === 'MailSent' || event.type === 'MailAbandoned') flying.delete(event.occasion);
      if (event.type === 'MailRefused' || event.type === 'MailReleased') {
        if (flying.delete(event.occasion))
          owed.set(event.occasion, event.type === 'MailRefused' ? event.retryAt : event.at);
      }
      // Whoever leaves or stops is owed nothing of before; what follows is owed anew.
      if (event.type === 'Left' || event.type === 'SignedUp')
        for (const mails of [owed, flying]) mails.clear();
    }
  }
  return { status, owed, flying, asks };
}

/** What a cause claims, held against the walk; null = it holds. */
function wrong(cause: Cause, walked: Walked, at: string): string | null {
  const mail = cause.occasion ?? '';
  const due = walked.owed.get(mail);
  const isDue = due !== undefined && due <= at;
  const isLater = due !== undefined && due > at;
  const holds: Readonly<Record<SilenceCode, boolean>> = {
    'no-sign-up': walked.status === 'nobody',
    gone: walked.status === 'erased',
    unconfirmed: walked.status === 'unconfirmed',
    'no-intake': walked.status === 'confirmed',
    stopped: walked.status === 'stopped',
    left: walked.status === 'left',
    paused: walked.status === 'paused',
    finished: walked.status === 'completed',
    'in-flight': walked.flying.has(mail),
    postponed: isLater,
    refused: isLater,
    'not-due': isLater,
    'waits-for-proof': isDue && walked.flying.size > 0,
    'waits-for-plan': isDue && [...walked.owed.keys()].some((name) => /plan|start/.test(name)),
    'not-wanted': due !== undefined && walked.status !== 'active',
    'not-worked-off': isDue,
    'question-open': walked.status === 'active' && walked.asks && walked.owed.size === 0,
    unexplained: false,
  };
  return holds[cause.code] ? null : `${at} ${cause.code} ${cause.what} (${JSON.stringify([...walked.owed])})`;
}

interface Tally {
  readonly wrong: string[];
  readonly codes: Map<string, number>;
  sends: number;
  silences: number;
}
function eachSend(world: World, { participant, mails }: Everything, stories: readonly Story[], tally: Tally) {
  const { id } = participant;
  for (const mail of world.ses.accepted.filter((m) => m.participantId === id && m.kind !== 'canary')) {
    tally.sends += 1;
    const story = stories.find(({ occasion }) => occasion === mail.occasion);
    const inTime = story?.claims.some((at) => Date.parse(at) - CLOCK_SKEW < mail.at);
    const owes = story?.cause.events.some(
      (e) => e.type === 'MailsOwed' && e.mails.some(({ occasion }) => occasion === mail.occasion),
    );
    if (story === undefined || inTime !== true || owes !== true || story.links.length < 2)
      tally.wrong.push(`${id} ${mail.occasion} left and has no cause`);
    if (!mails.some(({ occasion }) => occasion === mail.occasion))
      tally.wrong.push(`${id} ${mail.occasion} left and is not in the ledger`);
  }
}
function eachSilence(world: World, { participant, journal }: Everything, tally: Tally) {
  const moments = momentsOf(journal);
  const taken = world.ses.accepted.filter((m) => m.participantId === participant.id).map((m) => m.at);
  for (let at = BEGINS; at < world.timeline.now(); at += HALF_DAY) {
    if (taken.some((sent) => sent >= at - HALF_DAY && sent < at)) continue;
    tally.silences += 1;
    const instant = new Date(at).toISOString();
    const walked = walk(journal, instant);
    const causes = silenceAt(moments, instant, say);
    if (causes.length === 0) tally.wrong.push(`${participant.id} ${instant} is silent without a cause`);
    for (const cause of causes) {
      tally.codes.set(cause.code, (tally.codes.get(cause.code) ?? 0) + 1);
      const found = wrong(cause, walked, instant);
      if (found !== null) tally.wrong.push(`${participant.id} ${found}`);
    }
    const told = new Set(causes.map(({ occasion }) => occasion));
    for (const occasion of [...walked.owed.keys(), ...walked.flying])
      if (!told.has(occasion)) tally.wrong.push(`${participant.id} ${instant} says nothing of ${occasion}`);
  }
}

test(`every mail and every silence of ${WORLDS * PEOPLE_A_WORLD} people is explained`, async () => {
  const tally: Tally = { wrong: [], codes: new Map(), sends: 0, silences: 0 };
  let people = 0;
  for (let seed = 1; seed <= WORLDS; seed += 1) {
    const world = await worldOf(seed);
    for (const id of world.store.tables.people.keys()) {
      const held = world.store.everything(id);
      if (held === null || held.participant.status === 'erased') continue;
      people += 1;
      const stories = storiesOf(momentsOf(held.journal), held.mails, say);
      expect(stories.filter(({ fate }) => fate === 'unsettled')).toEqual([]);
      eachSend(world, held, stories, tally);
      eachSilence(world, held, tally);
      expect(inWords(whyOf(held, '2026-03-16'))).not.toMatch(/@|Zyxq|undefined|unexplained/);
    }
  }
  console.log(
    `${people} people, ${tally.sends} mails, ${tally.silences} silences`,
    Object.fromEntries(tally.codes),
  );
  expect(tally.wrong).toEqual([]);
  expect(people).toBeGreaterThan(WORLDS * PEOPLE_A_WORLD * 0.8);
  expect(tally.codes.size).toBeGreaterThan(5);
}, 3_600_000);
