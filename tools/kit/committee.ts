/** One page for whoever answers for a club: its committee and its insurer. */
import type { StageSettings } from '../../infra/stages.ts';
import { askedAt, escaped, hostOf, page, para, siteOf, WHAT_IT_IS_NOT } from './page.ts';

type Rows = readonly (readonly [string, string])[];

const whatItIs = (reviewed: boolean): Rows => [
  [
    'What it is',
    'A programme by email for adults who run and have a sore calf: strength, stretches, foot work, ' +
      'walk and jog steps, short lessons. Twelve weeks if everything stays calm, twenty at most, ' +
      'then a light routine.',
  ],
  ['What it is not', `${WHAT_IT_IS_NOT} No emergency service. Every page and mail says so.`],
  [
    'Who wrote it',
    `Every number and sentence names its source. ${
      reviewed
        ? 'It has been reviewed by a clinician.'
        : 'It has not yet been reviewed by a clinician; every page and mail says so until it is.'
    }`,
  ],
  [
    'How it decides',
    'By fixed, published rules from the answers of each week. A missing answer never makes a plan ' +
      'harder, and everybody may choose the easier week at any time.',
  ],
  [
    'When it stops',
    'Stop signs are asked before the start and every week. Whoever reports one reads at once what ' +
      'to do, gets the same by mail, and gets no exercises until a professional has seen them.',
  ],
];

function whoAndWhat(settings: StageSettings): Rows {
  const { operatorName, operatorPostal, region, referral, monthlyBudget, maxParticipants, retentionDays } =
    settings;
  const sentTo = referral && [referral.name, referral.phone, referral.link].filter(Boolean).join(', ');
  return [
    ['Who runs it', `${operatorName}, ${operatorPostal}`],
    ['Whom to ask', askedAt(settings)],
    ...(sentTo === undefined ? [] : [['Where people are sent', sentTo] as const]),
    [
      'What is kept',
      `Address, settings and answers, on servers of Amazon Web Services in ${region}, encrypted. ` +
        'Erased when the person asks. Logs hold no address and no answer and go after ' +
        `${retentionDays} days.`,
    ],
    [
      'Who sees it',
      'Nobody reads answers as they come in. Whoever runs it can open one person for a reason, and ' +
        'that person can read when and why. All figures for others are of groups of five or more.',
    ],
    [
      'How many',
      `${maxParticipants} people are expected at most. ` +
        `From ${monthlyBudget} US dollars a month for the servers on we are warned.`,
    ],
  ];
}

const ASKED: Rows = [
  ['Of the committee', 'Name one person who reads the alarms, and one who may open the answers of a member.'],
  [
    'Of the insurer',
    'Does our cover include free written exercise education for adult members, by email, without ' +
      'contact in person?',
  ],
  [
    'Of whoever answers for data',
    'Answers about health are special category data. Look at the privacy page and at what the ' +
      'sign-up form asks consent for, and enter it in the club’s own records.',
  ],
];

const rowOf = ([name, text]: readonly [string, string]): string =>
  `<tr><th scope="row">${escaped(name)}</th><td>${escaped(text)}</td></tr>`;
const table = (rows: Rows): string => `<table>${rows.map(rowOf).join('\n')}</table>`;

/** The page of a stage. `reviewed`: a clinician has signed the content off. */
export const committee = (settings: StageSettings, reviewed: boolean): string =>
  page(
    `${hostOf(settings)}: Calf Coach for committee and insurer`,
    `<h1>Calf Coach</h1>
${para(`For the committee and the insurer of ${hostOf(settings)}.`)}
${table([...whatItIs(reviewed), ...whoAndWhat(settings)])}
<h2>What we ask</h2>
${table(ASKED)}
<h2>To read</h2>
${para(`The whole programme with its rules and sources: ${siteOf(settings)}/programme`)}
${para(`Stop signs: ${siteOf(settings)}/safety. What is kept: ${siteOf(settings)}/privacy.`)}`,
  );
