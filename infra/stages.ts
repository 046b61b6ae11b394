/**
 * The settings of one deployment (docs/contract.md §6): from `cdk.json` context, or from the environment,
 * which wins.
 */
import * as z from 'zod';
import { hostName, mailAddress } from '../functions/shell/env.ts';

/** One line that says something. */
const oneLine = (longest: number): z.ZodString =>
  z
    .string()
    .max(longest)
    .regex(/^[^\r\n]*\S[^\r\n]*$/);
/** A whole number, written in digits; a number of `cdk.json` and a text of the environment are read alike. */
const whole = (low: number, high: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(low).max(high));
/** `true` or `false`; a text of the environment is read alike. */
const yesOrNo = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
/** A text of the environment holds an object as JSON. */
const fromText = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};
/** An address pattern of IAM: `*@example.org` or a whole address. */
const addressPattern = /^(?:\*|[^\s,*?@]+)@[a-z0-9.-]+$/;
const addressPatterns = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(z.string().regex(addressPattern)).min(1));
/** The periods CloudWatch offers, up to a year: a log is for finding faults, not for keeping. */
const LOG_DAYS = ['1', '3', '5', '7', '14', '30', '60', '90', '120', '150', '180', '365'] as const;

/**
 * What each setting must look like, in the order in which they are reported. The description completes
 * "expected …".
 */
const settingsSchema = z.strictObject({
  /** Who runs this: printed on pages and in every mail. */
  operatorName: oneLine(60).describe('the name of who runs this, up to 60 characters'),
  operatorPostal: oneLine(200).describe('a postal address on one line'),
  /** Where a person's question to the operator goes. */
  operatorEmail: mailAddress.describe('a mail address'),
  /** Host of the pages. */
  siteDomain: hostName.describe('a host name such as coach.example.org'),
  /** Domain the mails come from; it is verified with DKIM. */
  mailDomain: hostName.describe('a host name such as mail.example.org'),
  /** Domain of the reply addresses. */
  replyDomain: hostName.describe('a host name such as reply.example.org'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .describe('an AWS region such as eu-west-1'),
  sendingRate: whole(1, 500).describe('mails a second that SES allows, 1 to 500'),
  /** Who is told when something breaks. */
  alarmAddress: mailAddress.describe('a mail address'),
  /** Days that logs are kept. */
  retentionDays: z
    .enum(LOG_DAYS)
    .transform(Number)
    .describe(`a number of days, one of ${LOG_DAYS.join(', ')}`),
  /** Dollars a month from which the budget warns. */
  monthlyBudget: whole(1, 100_000).default(20).describe('whole dollars a month, 1 to 100000'),
  signupLimit: whole(1, 10_000).default(200).describe('sign-ups an hour in all, 1 to 10000'),
  signupDomainLimit: whole(1, 10_000)
    .default(50)
    .describe('sign-ups an hour from one mail domain, 1 to 10000'),
  signupNetworkLimit: whole(1, 10_000).default(20).describe('sign-ups an hour from one network, 1 to 10000'),
  /** The club this stage is for: it stands beside our name as the sender of every mail, and on the poster. */
  clubName: oneLine(26).optional().describe('the name of a club, up to 26 characters'),
  /** Who a participant can be sent to: printed on safety mails. */
  referral: z
    .preprocess(
      fromText,
      z.strictObject({
        name: oneLine(80),
        phone: oneLine(30).optional(),
        link: z
          .url({ protocol: /^https$/ })
          .max(80)
          .optional(),
      }),
    )
    .optional()
    .describe('{"name": "…", "phone": "…", "link": "https://…"}, of which the name is required'),
  /** The person to ask, by name: on the poster and the page for committee and insurer. */
  contact: oneLine(80).optional().describe('the name of a person, up to 80 characters'),
  /**
   * How many people may be in the programme at once: one more is not taken in, and `doctor` holds the quota
   * against it.
   */
  maxParticipants: whole(1, 100_000).default(200).describe('a number of people, 1 to 100000'),
  /** True while SES keeps the account in its sandbox: then it asks for a right on the receiver's identity. */
  sandbox: yesOrNo.default(false).describe('true or false'),
  /** Nobody else can be mailed by this stage, whatever it tries: for a stage that is there to try things. */
  mailOnlyTo: addressPatterns.optional().describe('patterns such as "*@example.org", parted by commas'),
  /** Receive into this rule set, which is active already, instead of one of our own. */
  receiptRuleSet: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .optional()
    .describe('the name of a receipt rule set of SES'),
  /** Lambda executions kept free for each of the functions that safety hangs on. */
  reserve: whole(1, 100).optional().describe('executions to reserve, 1 to 100'),
  /** Keys of your own, and a release that reaches a tenth of the calls first. */
  hardened: yesOrNo.default(false).describe('true or false'),
  /** Route 53 zone that holds all three domains: then DNS needs no hand work. */
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]+$/)
    .optional()
    .describe('the id of a Route 53 zone such as Z0123456789'),
  hostedZoneName: hostName.optional().describe('the domain of that zone'),
});

type Settings = Readonly<z.output<typeof settingsSchema>>;
export type Referral = NonNullable<Settings['referral']>;
export type SettingName = keyof Settings;
/** The settings of a stage and its name, which becomes part of resource names. */
export type StageSettings = Settings & { readonly name: string };

export const SETTING_NAMES = Object.keys(settingsSchema.shape) as readonly SettingName[];
/** What a setting must be: completes "expected …". */
export const expectedOf = (setting: SettingName): string => settingsSchema.shape[setting].description ?? '';
/** True when a stage cannot do without it. */
export const isRequired = (setting: SettingName): boolean =>
  !settingsSchema.shape[setting].safeParse(undefined).success;

/** `operatorName` → `CALF_COACH_OPERATOR_NAME`. */
export const variableOf = (setting: SettingName): string =>
  `CALF_COACH_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

type Values = Readonly<Record<string, unknown>>;

/** What is said about a stage: the file, then the environment. An empty value is a missing one. */
function givenOf(context: Values, environment: Values): Values {
  const variables = SETTING_NAMES.map((setting) => [setting, environment[variableOf(setting)]] as const);
  const said = [...Object.entries(context), ...variables.filter(([, value]) => value !== undefined)];
  return Object.fromEntries(
    said
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([setting, value]) => [setting, typeof value === 'number' ? String(value) : value]),
  );
}

/** One sentence about one thing that is wrong: what, what was expected, and where to correct it. */
function sentenceOf(stage: string, given: Values, setting: SettingName): string {
  const [value, expected] = [given[setting], expectedOf(setting)];
  const where = `under context.stages.${stage} in cdk.json, or set ${variableOf(setting)}`;
  return value === undefined
    ? `Stage "${stage}" has no ${setting}: add it (${expected}) ${where}.`
    : `Stage "${stage}" has the ${setting} ${JSON.stringify(value)}, expected ${expected}: ` +
        `correct it ${where}.`;
}

function faultsOf(stage: string, given: Values, issues: readonly z.core.$ZodIssue[]): readonly string[] {
  const wrong = new Set(issues.map(({ path }) => path[0]));
  const unknown = Object.keys(given).filter((key) => !(SETTING_NAMES as readonly string[]).includes(key));
  return [
    ...SETTING_NAMES.filter((setting) => wrong.has(setting)).map((setting) =>
      sentenceOf(stage, given, setting),
    ),
    ...unknown.map(
      (key) => `Stage "${stage}" has the setting ${key}, which does not exist: correct its name.`,
    ),
    ...((given['hostedZoneId'] === undefined) !== (given['hostedZoneName'] === undefined)
      ? [
          `Stage "${stage}" names half a Route 53 zone: ` +
            'give hostedZoneId and hostedZoneName together, or neither.',
        ]
      : []),
  ];
}

/**
 * The settings of stage `name`. `stages` is the `stages` object of the CDK context, `environment` the process
 * environment. Throws one sentence a line for everything that is missing or malformed, so that one run names
 * it all.
 */
export function readStage(name: string, stages: unknown, environment: Values): StageSettings {
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(name))
    throw new Error(`"${name}" cannot be a stage: use up to 20 lower-case letters, digits and hyphens.`);
  const described = (stages ?? {}) as Record<string, Values | undefined>;
  const given = givenOf((Object.hasOwn(described, name) && described[name]) || {}, environment);
  const read = settingsSchema.safeParse(given);
  const faults = faultsOf(name, given, read.error?.issues ?? []);
  if (!read.success || faults.length > 0) throw new Error(faults.join('\n'));
  return { name, ...read.data };
}
