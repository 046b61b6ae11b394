/** The settings of one deployment (CONTRACT §6): from `cdk.json` context, or from the environment, which wins. */

/** A stage is named in lower case: the name becomes part of resource names. */
export interface StageSettings {
  readonly name: string;
  /** Who runs this: printed on pages and in every mail. */
  readonly operatorName: string;
  readonly operatorPostal: string;
  /** Where a person's question to the operator goes. */
  readonly operatorEmail: string;
  /** Host of the pages, for example `coach.example.org`. */
  readonly siteDomain: string;
  /** Domain the mails come from; it is verified with DKIM. */
  readonly mailDomain: string;
  /** Domain of the reply addresses. */
  readonly replyDomain: string;
  readonly region: string;
  /** Mails a second that SES allows this account. */
  readonly sendingRate: number;
  /** Who is told when something breaks. */
  readonly alarmAddress: string;
  /** Days that logs are kept. */
  readonly retentionDays: number;
  /** Dollars a month from which the budget warns. */
  readonly monthlyBudget: number;
  /** Sign-ups an hour: in all, with addresses of one mail domain, from one network. */
  readonly signupLimit: number;
  readonly signupDomainLimit: number;
  readonly signupNetworkLimit: number;
  /** Where a referral should go, printed on safety mails. */
  readonly referralLine?: string;
  /** Route 53 zone that holds all three domains: then DNS needs no hand work. */
  readonly hostedZoneId?: string;
  readonly hostedZoneName?: string;
}

export type SettingName = Exclude<keyof StageSettings, 'name'>;

interface Rule {
  readonly expected: string;
  readonly fits: (value: string) => boolean;
  /** Taken when nobody says anything. Without it the setting is required. */
  readonly fallback?: string;
  readonly optional?: true;
}

const line = (value: string): boolean => value.trim().length > 0 && value.length <= 200;
const host = (value: string): boolean =>
  /^(?=.{4,200}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(value);
const address = (value: string): boolean =>
  /^[^@\s<>]+@[^@\s<>]+$/.test(value) && host(value.split('@')[1] ?? '');
const between = (low: number, high: number) => (value: string) =>
  /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high;
/** The periods CloudWatch offers, up to a year: a log is for finding faults, not for keeping. */
const LOG_DAYS = ['1', '3', '5', '7', '14', '30', '60', '90', '120', '150', '180', '365'];

/** What each setting must look like, in the order in which a missing one is reported. */
export const SETTINGS: Readonly<Record<SettingName, Rule>> = {
  operatorName: {
    expected: 'the name of who runs this, up to 60 characters',
    fits: (value) => line(value) && value.length <= 60,
  },
  operatorPostal: { expected: 'a postal address on one line', fits: line },
  operatorEmail: { expected: 'a mail address', fits: address },
  siteDomain: { expected: 'a host name such as coach.example.org', fits: host },
  mailDomain: { expected: 'a host name such as mail.example.org', fits: host },
  replyDomain: { expected: 'a host name such as reply.example.org', fits: host },
  region: {
    expected: 'an AWS region such as eu-west-1',
    fits: (value) => /^[a-z]{2}(-[a-z]+)+-\d$/.test(value),
  },
  sendingRate: { expected: 'mails a second that SES allows, 1 to 500', fits: between(1, 500) },
  alarmAddress: { expected: 'a mail address', fits: address },
  retentionDays: {
    expected: `a number of days, one of ${LOG_DAYS.join(', ')}`,
    fits: (value) => LOG_DAYS.includes(value),
  },
  monthlyBudget: {
    expected: 'whole dollars a month, 1 to 100000',
    fits: between(1, 100_000),
    fallback: '20',
  },
  signupLimit: { expected: 'sign-ups an hour in all, 1 to 10000', fits: between(1, 10_000), fallback: '200' },
  signupDomainLimit: {
    expected: 'sign-ups an hour from one mail domain, 1 to 10000',
    fits: between(1, 10_000),
    fallback: '50',
  },
  signupNetworkLimit: {
    expected: 'sign-ups an hour from one network, 1 to 10000',
    fits: between(1, 10_000),
    fallback: '20',
  },
  referralLine: { expected: 'one line, up to 200 characters', fits: line, optional: true },
  hostedZoneId: {
    expected: 'the id of a Route 53 zone such as Z0123456789',
    fits: (value) => /^Z[A-Z0-9]+$/.test(value),
    optional: true,
  },
  hostedZoneName: { expected: 'the domain of that zone', fits: host, optional: true },
};

/** `operatorName` → `CALF_COACH_OPERATOR_NAME`. */
export const variableOf = (setting: SettingName): string =>
  `CALF_COACH_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

type Values = Readonly<Record<string, unknown>>;

function readOne(
  stage: string,
  setting: SettingName,
  context: Values,
  environment: Values,
): string | undefined {
  const rule = SETTINGS[setting];
  const given = environment[variableOf(setting)] ?? context[setting] ?? rule.fallback;
  const where = `under context.stages.${stage} in cdk.json, or set ${variableOf(setting)}`;
  if (given === undefined || given === null || given === '') {
    if (rule.optional === true) return undefined;
    throw new Error(`Stage "${stage}" has no ${setting}: add it (${rule.expected}) ${where}.`);
  }
  const value = String(given);
  if (!rule.fits(value))
    throw new Error(
      `Stage "${stage}" has the ${setting} ${JSON.stringify(value)}, expected ${rule.expected}: correct it ${where}.`,
    );
  return value;
}

/**
 * The settings of stage `name`. `stages` is the `stages` object of the CDK context, `environment` the process environment.
 * Throws one sentence that says what to add and where when a required setting is missing or malformed.
 */
export function readStage(name: string, stages: unknown, environment: Values): StageSettings {
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(name))
    throw new Error(`"${name}" cannot be a stage: use up to 20 lower-case letters, digits and hyphens.`);
  const context = ((stages ?? {}) as Record<string, Values | undefined>)[name] ?? {};
  const required = (setting: SettingName): string => readOne(name, setting, context, environment) ?? '';
  const settings = {
    name,
    operatorName: required('operatorName'),
    operatorPostal: required('operatorPostal'),
    operatorEmail: required('operatorEmail'),
    siteDomain: required('siteDomain'),
    mailDomain: required('mailDomain'),
    replyDomain: required('replyDomain'),
    region: required('region'),
    sendingRate: Number(required('sendingRate')),
    alarmAddress: required('alarmAddress'),
    retentionDays: Number(required('retentionDays')),
    monthlyBudget: Number(required('monthlyBudget')),
    signupLimit: Number(required('signupLimit')),
    signupDomainLimit: Number(required('signupDomainLimit')),
    signupNetworkLimit: Number(required('signupNetworkLimit')),
  };
  const optional = (['referralLine', 'hostedZoneId', 'hostedZoneName'] as const).flatMap((setting) => {
    const value = readOne(name, setting, context, environment);
    return value === undefined ? [] : [[setting, value] as const];
  });
  const whole: StageSettings = { ...settings, ...Object.fromEntries(optional) };
  if ((whole.hostedZoneId === undefined) !== (whole.hostedZoneName === undefined))
    throw new Error(
      `Stage "${name}" names half a Route 53 zone: give hostedZoneId and hostedZoneName together, or neither.`,
    );
  return whole;
}
