/** What a persona has to do so that the same facts come about as an entry of a journal tells. */
import type { JournalEntry } from '../../../functions/shell/ports.ts';
import { RAISES, RED_FLAGS } from '../../../program/answers/intake.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import { decide } from '../../../program/decide.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { EventOf, ParticipantEvent } from '../../../program/participant/events.ts';
import type { Inflight, Participant } from '../../../program/participant/state.ts';
import { readReply } from '../../../program/reply/read-reply.ts';
import { replyContext } from '../../../views/mail/reply-mails.ts';
import { unreadOf } from '../beginnings.ts';
import type { PersonaAct } from '../persona.ts';

export type Act = Omit<Partial<PersonaAct>, 'afterHours'>;
interface Try {
  readonly act: Act;
  readonly command: Command;
}
export interface Scene {
  readonly entry: JournalEntry;
  readonly before: Participant;
  readonly lastMail: Inflight | null;
  readonly curriculum: Curriculum;
}

export const find = <T extends ParticipantEvent['type']>(
  entry: JournalEntry,
  type: T,
): EventOf<T> | undefined => entry.events.find((event): event is EventOf<T> => event.type === type);

/** As text, whatever order the fields stand in. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What a command brought about, as far as a mail shows it. */
const essence = (events: readonly ParticipantEvent[]): string =>
  textOf(
    events.map((event) => {
      if (event.type === 'MailsOwed') return [event.type, ...event.mails.map((mail) => mail.occasion)];
      if ('tracks' in event) return [event.type, event.tracks];
      if (event.type === 'Stopped') return [event.type, event.stop.route];
      return [event.type];
    }),
  );
export const brings = ({ entry, before, curriculum }: Scene, command: Command): boolean => {
  const decided = decide(command, before, curriculum);
  return decided.ok && essence(decided.value.events) === essence(entry.events);
};

/** Short replies that stand for whatever was written. */
const USUAL_REPLIES = [
  '2 OK',
  ...Array.from({ length: 11 }, (_, score) => `${score}`),
  ...['HELP', 'PAUSE', 'PAUSE 1 week', 'PAUSE 2 weeks', 'RESUME', 'STOP', 'EASIER', 'REPEAT', 'WORSE'],
  ...[
    'EXPORT',
    'DELETE',
    'thank you',
    '3 or 6',
    'my calf is swollen',
    'my foot is numb and cold',
    'no stop signs',
  ],
];
/** Stands for the reason that the operator typed. */
const LOOKED = 'a reason';
function longReply({
  painAverage,
  painWorst,
  sessionsDone,
  longestRunMinutes,
}: EventOf<'CheckedIn'>['answers']): string {
  const [worst, sessions] = [painWorst ?? painAverage, sessionsDone ?? 0];
  return (
    `${painAverage}, worst ${worst}, did ${sessions} of ${sessions}, ran ${longestRunMinutes ?? 0} min, ` +
    'fine next morning, no painkillers, no stop signs, tests ok'
  );
}
/** Questions that reviewed cards answered: in the words of the cards, a figure for a figure. */
const questionsAsked = (entry: JournalEntry): readonly string[] => {
  const cards = (find(entry, 'MailsOwed')?.mails ?? []).flatMap(({ about }) =>
    about?.of === 'reply' ? (about.cards ?? []) : [],
  );
  return cards.length === 0 ? [] : [cards.map(({ asked }) => `${asked.replaceAll('#', '6')}?`).join(' ')];
};
function replies({ entry, before, lastMail, curriculum }: Scene): readonly Try[] {
  if (before.status === 'erased' || lastMail === null) return [];
  const { occasion, kind, week } = lastMail;
  const answered = find(entry, 'CheckedIn')?.answers;
  const long = answered === undefined ? [] : [longReply(answered)];
  return [true, false].flatMap((proved) =>
    [...long, ...questionsAsked(entry), ...USUAL_REPLIES].map((text): Try => {
      const context = replyContext(before, { kind, week }, { verified: proved, curriculum, at: entry.at });
      const said = readReply({ text, html: null }, context);
      const to = { occasion, kind, week };
      return {
        act: { reply: { text, proved } },
        command: { type: 'ReceiveReply', at: entry.at, to, verified: proved, said },
      };
    }),
  );
}

/** The answers without the note, and with one tick that may say what the note said. */
function answers({ entry }: Scene): readonly Try[] {
  const event = find(entry, 'CheckedIn');
  if (event === undefined) return [];
  const { week, source } = event;
  const plain = { ...event.answers, note: null };
  const ticks = RED_FLAGS.map((flag) => ({ ...plain, redFlags: [...(plain.redFlags ?? []), flag] }));
  const burst = find(entry, 'AnswersDoubted') === undefined ? {} : { burst: true as const };
  const { unread } = event;
  const words = unread === undefined ? {} : { unread: unread.kind };
  const read = unread === undefined ? {} : { unread: unreadOf(unread.kind) };
  return [plain, ...(event.answers.note === null ? [] : ticks)].map((given) => ({
    act: { answers: { ...given, week, ...burst, ...words } },
    command: { type: 'SubmitCheckIn', at: entry.at, week, source, answers: given, ...burst, ...read },
  }));
}

/** The rise on that leg is tried last: most who say "worse" leave it open. */
function worse({ entry }: Scene): readonly Try[] {
  const scores = [4, 2, 6, 8, 0];
  const signs = [[], ...RED_FLAGS.map((flag) => [flag])];
  return [null, ...RAISES].flatMap((singleLegRaise) =>
    signs.flatMap((redFlags) =>
      ([null, false, true] as const).flatMap((sudden) =>
        ([null, 'running', 'strength', 'daily'] as const).flatMap((when) =>
          scores.map((painNow): Try => {
            const said = { painNow, redFlags, sudden, singleLegRaise, when };
            return { act: { worse: said }, command: { type: 'ReportWorse', at: entry.at, ...said } };
          }),
        ),
      ),
    ),
  );
}

/** What may have brought an entry about, the likeliest first. */
function tries(scene: Scene): readonly Try[] {
  const { entry } = scene;
  const { at } = entry;
  switch (entry.command) {
    case 'SubmitCheckIn':
      return answers(scene);
    case 'ReceiveReply':
      return replies(scene);
    case 'ReportWorse':
      return worse(scene);
    case 'AnswerList': {
      const week = find(entry, 'CheckedIn')?.week ?? 0;
      const lists = [[], ...RED_FLAGS.map((flag) => [flag])];
      return lists.map((redFlags) => ({
        act: { list: redFlags },
        command: { type: 'AnswerList', at, week, redFlags },
      }));
    }
    case 'Choose':
      return (['easier', 'repeat'] as const).map((choice) => ({
        act: choice === 'easier' ? { easier: true } : { repeat: true },
        command: { type: 'Choose', at, choice },
      }));
    case 'Pause': {
      const until = find(entry, 'Paused')?.until ?? null;
      return until === null ? [] : [{ act: { pauseUntil: until }, command: { type: 'Pause', at, until } }];
    }
    case 'Resume':
      return [{ act: { resume: true }, command: { type: 'Resume', at } }];
    case 'Unsubscribe':
      return [{ act: { unsubscribe: true }, command: { type: 'Unsubscribe', at } }];
    case 'Erase':
      return [{ act: { erases: true }, command: { type: 'Erase', at } }];
    case 'RenewLinks':
      return [{ act: { newLinks: true }, command: { type: 'RenewLinks', at } }];
    case 'NoteLook':
      return [{ act: { looked: LOOKED }, command: { type: 'NoteLook', at, reason: LOOKED } }];
    default:
      return further(scene);
  }
}
function further({ entry }: Scene): readonly Try[] {
  const { at } = entry;
  const changed = find(entry, 'SettingsChanged');
  if (changed !== undefined) {
    const { type: _, at: __, ...settings } = changed;
    return [{ act: { settings }, command: { type: 'ChangeSettings', at, ...settings } }];
  }
  const told = find(entry, 'ToldAboutRunning');
  if (told !== undefined) {
    const { distanceUnits: _, ...shown } = told.answers;
    const running = { ...shown, goal: null, planWhen: null, planIfMissed: null };
    const given = { ...running, distanceUnits: told.answers.distanceUnits };
    return [{ act: { running }, command: { type: 'TellAboutRunning', at, answers: given } }];
  }
  const shoes = find(entry, 'ShoesChecked')?.answers;
  if (shoes !== undefined) return [{ act: { shoes }, command: { type: 'CheckShoes', at, answers: shoes } }];
  const asked = find(entry, 'FreshRequested');
  if (asked !== undefined && asked.what !== 'address') {
    const { what } = asked;
    return [{ act: { requests: what }, command: { type: 'RequestFresh', at, what } }];
  }
  const consent = find(entry, 'ConsentChanged');
  if (consent?.what === 'research') {
    const { given, version } = consent;
    return [
      { act: { research: given }, command: { type: 'ChangeConsent', at, what: 'research', given, version } },
    ];
  }
  return consent === undefined
    ? []
    : [
        {
          act: { takesHealthBack: true },
          command: { type: 'ChangeConsent', at, what: 'health', given: false, version: consent.version },
        },
      ];
}

/** The act that stands for an entry; null = none does. */
export function actOf(scene: Scene): Act | null {
  return tries(scene).find(({ command }) => brings(scene, command))?.act ?? null;
}
