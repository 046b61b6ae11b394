/**
 * Every mail that the gate reads, one after the other: examples and the mails of played participants, each
 * under every name.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLES } from '../../../emails/examples.ts';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import { MAIL_KINDS } from '../../../program/participant/mail-kinds.ts';
import type { Person } from '../../../program/participant/state.ts';
import { playJourney } from '../../../simulate/personas/journey.ts';
import { type Persona, readPersona } from '../../../simulate/personas/persona.ts';
import { type MailLinks, mailView } from '../../../views/mail/mail-view.ts';
import type { MailView } from '../../../views/mail/views.ts';
import { ROOT } from '../guards/tree.ts';
import { type GateMail, mailOf, type Origin } from './mail.ts';
import { generatedPeople } from './people.ts';

/** The names that break layouts and parsers; half of them read in miles. */
export const NAMES: Readonly<Record<string, string | null>> = {
  short: 'Sam',
  none: null,
  '40 characters': 'Maximilianna-Konstantina von und zu Haus',
  markup: '<b>Sam</b> & "Co" {{x}}',
  'right to left': 'دانيال \u202eevil',
  emoji: '🏃🏽‍♀️ Łucja',
};
const MILES: ReadonlySet<string> = new Set(['none', 'markup', 'emoji']);

const SITE = 'https://calf.example.org';
/** As long as a real token. */
const TOKEN = 'AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v';
export const LINKS: MailLinks = {
  site: `${SITE}/`,
  safety: `${SITE}/safety`,
  privacy: `${SITE}/privacy`,
  signup: `${SITE}/signup`,
  unsubscribe: `${SITE}/u/${TOKEN}`,
  me: `${SITE}/me/${TOKEN}`,
  summary: `${SITE}/me/${TOKEN}/summary`,
  confirm: `${SITE}/confirm/${TOKEN}`,
  start: `${SITE}/start/${TOKEN}`,
  worse: `${SITE}/w/${TOKEN}`,
  fresh: `${SITE}/fresh/${TOKEN}`,
  running: `${SITE}/running/${TOKEN}`,
  shoes: `${SITE}/shoes/${TOKEN}`,
  checkIn: `${SITE}/c/${TOKEN}`,
  session: `${SITE}/x/${TOKEN}`,
  openCheckIn: `${SITE}/c/${TOKEN}`,
  checkInAnswer: (value) => `${SITE}/c/${TOKEN}/${value}`,
};
export const OPERATOR = {
  name: 'Riverside Running Club',
  postal: '12 Mill Lane, Bristol BS1 4QA, United Kingdom',
  email: 'coach@riverside.example.org',
  referral: 'Ask the desk for the running clinic on Thursdays.',
} as const;

const PERSONAS = path.join(ROOT, 'test/journeys/personas');
export const writtenPeople = (): readonly Persona[] =>
  readdirSync(PERSONAS)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readPersona(path.join(PERSONAS, file)));

/** The view of every mail that a persona gets, in order. */
export function viewsOf(
  persona: Persona,
  curriculum: Curriculum,
): readonly { readonly occasion: string; readonly view: MailView }[] {
  return playJourney(persona, curriculum).steps.flatMap((step) => {
    if (step.type !== 'mail') return [];
    const { kind, week, occasion, about } = step.mail;
    const person = step.state as Person;
    return [
      {
        occasion,
        view: mailView({
          person,
          kind,
          week,
          about,
          at: step.at,
          curriculum,
          operator: OPERATOR,
          links: LINKS,
        }),
      },
    ];
  });
}

/** Codes of the reasons that stand behind a mail. */
export const whyOf = ({ body }: MailView): readonly string[] =>
  'reasons' in body ? body.reasons.map(({ code }) => code) : [];

/**
 * The same mail for somebody else. A notice never carries a name (confirm and already go to an address that
 * proved nothing yet).
 */
export const named = (view: MailView, firstName: string | null, units: 'km' | 'mi' = 'km'): MailView => ({
  ...view,
  frame: { ...view.frame, firstName, units },
});

async function* underNames(
  origin: Origin,
  view: MailView,
  names: readonly string[] = Object.keys(NAMES),
): AsyncGenerator<GateMail> {
  for (const who of names) {
    const firstName = NAMES[who] ?? null;
    const journey = origin.journey === null ? null : `${origin.journey} (${who})`;
    yield await mailOf(
      { ...origin, id: `${origin.id} (${who})`, journey },
      named(view, firstName, MILES.has(who) ? 'mi' : 'km'),
    );
  }
}

/** Every example of every kind under every name. */
export async function* exampleMails(): AsyncGenerator<GateMail> {
  for (const kind of MAIL_KINDS)
    for (const { name, view } of EXAMPLES[kind])
      yield* underNames(
        { id: `example ${kind}/${name}`, source: 'example', journey: null, why: whyOf(view) },
        view,
      );
}

/** Every mail of every persona under every name, or under those that `namesOf` gives the n-th of them. */
export async function* journeyMails(
  source: 'persona' | 'generated',
  people: readonly Persona[],
  curriculum: Curriculum,
  namesOf: (n: number) => readonly string[] = () => Object.keys(NAMES),
): AsyncGenerator<GateMail> {
  for (const [n, persona] of people.entries())
    for (const { occasion, view } of viewsOf(persona, curriculum))
      yield* underNames(
        { id: `${persona.name}: ${occasion}`, source, journey: persona.name, why: whyOf(view) },
        view,
        namesOf(n),
      );
}

/** Everything that needs no running system. */
export async function* everyMail(curriculum: Curriculum, runners: number): AsyncGenerator<GateMail> {
  yield* exampleMails();
  yield* journeyMails('persona', writtenPeople(), curriculum);
  yield* journeyMails('generated', generatedPeople(runners), curriculum);
}
