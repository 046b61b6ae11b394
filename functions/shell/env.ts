/**
 * What each Lambda is given: environment, routes, queues. Typed once, used by the functions (which read it at
 * the cold start) and by infra (which writes it), so a renamed variable fails to compile on both sides
 * (docs/contract.md §5).
 */
import * as z from 'zod';

const httpUrl = z
  .string()
  .regex(/^https?:\/\/[^/\s]+$/, 'a URL of scheme and host, without a path or a slash at the end');
/**
 * A host name in lower case with at least two labels: the settings of a stage and the environment mean the
 * same by it.
 */
export const hostName = z
  .string()
  .regex(
    /^(?=.{4,200}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
    'a host name in lower case',
  );
/** A mail address of an operator's; the address of a person is read by `web/forms/mail-address.ts`. */
export const mailAddress = z.email('a mail address');

/** The provider's own mailbox for trying: it takes everything and keeps nothing. Every stage may mail it. */
export const NOBODY = 'success@simulator.amazonses.com';

/** Every function reads these. */
const common = z.object({
  TABLE_NAME: z.string().min(3),
  STAGE: z.string().min(1),
  /** Scheme and host of the site; every link in a mail starts with exactly this. */
  SITE_URL: httpUrl,
  /** Who runs this deployment: printed on pages and in every mail footer. */
  OPERATOR_NAME: z.string().min(1),
  OPERATOR_POSTAL: z.string().min(1),
  OPERATOR_EMAIL: mailAddress,
  /** The person to ask, by name, where one is named. */
  OPERATOR_CONTACT: z.string().min(1).max(80).optional(),
  /** Where our mails come from and where answers go; an address in either is nobody's to sign up with. */
  MAIL_DOMAIN: hostName,
  REPLY_DOMAIN: hostName,
});
/** Functions that hand out hints on the send queues. */
const queues = z.object({ URGENT_QUEUE_URL: z.url(), ROUTINE_QUEUE_URL: z.url() });
/** What waits there may be the evidence that a mail left. */
const eventQueues = z.object({ FEEDBACK_QUEUE_URL: z.url(), FEEDBACK_DEAD_LETTERS_URL: z.url() });
const signupLimits = z.object({
  /** Sign-ups an hour from one network (IPv4 /24, IPv6 /48). */
  SIGNUP_NETWORK_LIMIT: z.coerce.number().int().positive().default(20),
  /** Sign-ups an hour with addresses of one mail domain. */
  SIGNUP_DOMAIN_LIMIT: z.coerce.number().int().positive().default(50),
  /**
   * Sign-ups an hour in all: beyond it strangers are being bombed through this form, and the operator is
   * told.
   */
  SIGNUP_TOTAL_LIMIT: z.coerce.number().int().positive().default(200),
});
/** People who may be in the programme at once; the whole of what a stage can say unless given. */
const places = z.object({ MAX_PARTICIPANTS: z.coerce.number().int().positive().default(100_000) });
const mail = z.object({
  MAIL_FROM_ADDRESS: mailAddress,
  MAIL_FROM_NAME: z.string().min(1).max(40),
  COACHING_CONFIGURATION_SET: z.string().min(1),
  SAFETY_CONFIGURATION_SET: z.string().min(1),
  /** Where a referral should go, printed on safety mails when set. */
  REFERRAL_LINE: z.string().max(200).optional(),
});

export const environments = {
  signup: common.extend(queues.shape).extend(signupLimits.shape).extend(places.shape),
  enrol: common.extend(queues.shape).extend(places.shape),
  'check-in': common.extend(queues.shape),
  account: common.extend(queues.shape),
  records: common.extend(queues.shape),
  running: common.extend(queues.shape),
  dispatch: z
    .object({
      TABLE_NAME: common.shape.TABLE_NAME,
      STAGE: common.shape.STAGE,
      /** Mails a second that the provider takes of this stage. */
      SENDING_RATE: z.coerce.number().positive(),
    })
    .extend(queues.shape),
  send: common.extend(mail.shape).extend(queues.shape).extend(eventQueues.shape),
  feedback: common.extend(queues.shape),
  /** The bucket SES puts received mail into, under its message id. */
  inbound: common.extend(queues.shape).extend({ INBOUND_BUCKET: z.string().min(3) }),
} as const;

/** Host names that are this deployment's own. `SITE_URL` as in the environment. */
export const ownDomains = (env: {
  readonly SITE_URL: string;
  readonly MAIL_DOMAIN: string;
  readonly REPLY_DOMAIN: string;
}): readonly string[] => [new URL(env.SITE_URL).hostname, env.MAIL_DOMAIN, env.REPLY_DOMAIN];

export type FunctionName = keyof typeof environments;
export type Environment<F extends FunctionName> = z.output<(typeof environments)[F]>;
export type EnvironmentInput<F extends FunctionName> = z.input<(typeof environments)[F]>;
export const FUNCTION_NAMES = Object.keys(environments) as readonly FunctionName[];

/**
 * HTTP routes by function, in API Gateway's notation (docs/contract.md §2). Every method reaches the
 * function: GET and HEAD show, POST acts, OPTIONS answers empty, anything else is a dead link.
 */
export const ROUTES: Readonly<Partial<Record<FunctionName, readonly string[]>>> = {
  signup: [
    'ANY /',
    'ANY /programme',
    'ANY /questions',
    'ANY /safety',
    'ANY /privacy',
    'ANY /signup',
    'ANY /signup/sent',
    'ANY /drawings/{file}',
    'ANY /favicon.svg',
    'ANY /{proxy+}',
  ],
  enrol: ['ANY /confirm/{token}', 'ANY /start/{token}'],
  'check-in': ['ANY /c/{token}', 'ANY /c/{token}/{answer}', 'ANY /w/{token}'],
  account: ['ANY /me/{token}', 'ANY /me/{token}/summary', 'ANY /u/{token}'],
  records: ['ANY /fresh/{token}', 'ANY /cal/{token}'],
  running: [
    'ANY /running/{token}',
    'ANY /shoes/{token}',
    'ANY /x/{token}',
    'ANY /x/{token}/{session}',
    'ANY /l/{id}',
  ],
};

/** Reads a function's environment; a missing or malformed variable stops the cold start with its name. */
export function readEnvironment<F extends FunctionName>(
  name: F,
  source: Readonly<Record<string, string | undefined>>,
): Environment<F> {
  const parsed = environments[name].safeParse(source);
  if (parsed.success) return parsed.data as Environment<F>;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`function ${name}: environment is incomplete or malformed: ${lines.join('; ')}`);
}
