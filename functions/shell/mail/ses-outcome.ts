/**
 * What an error of the provider means for the mail (docs/architecture.md §7.8). A refusal is only believed
 * when it is proved: the provider named it in an answer of its own, or no connection ever came about.
 * Everything else is ambiguous: the mail may be on its way, and must not be sent again.
 */
import type { SendOutcome } from '../ports.ts';

export type ErrorClass = Exclude<SendOutcome['kind'], 'accepted'>;

/** Errors SES names in its answer. */
export const NAMED_ERRORS: Readonly<Record<string, ErrorClass>> = {
  Throttling: 'refused-later',
  ThrottlingException: 'refused-later',
  TooManyRequestsException: 'refused-later',
  RequestLimitExceeded: 'refused-later',
  LimitExceeded: 'refused-later',
  LimitExceededException: 'refused-later',
  AccountSendingPausedException: 'refused-later',
  SendingPausedException: 'refused-later',
  ConfigurationSetSendingPausedException: 'refused-later',
  ExpiredToken: 'refused-later',
  ExpiredTokenException: 'refused-later',
  RequestExpired: 'refused-later',
  InvalidClientTokenId: 'refused-later',
  SignatureDoesNotMatch: 'refused-later',
  IncompleteSignature: 'refused-later',
  MissingAuthenticationToken: 'refused-later',
  UnrecognizedClientException: 'refused-later',
  MessageRejected: 'refused-stop',
  BadRequestException: 'refused-stop',
  MailFromDomainNotVerifiedException: 'refused-stop',
  AccountSuspendedException: 'refused-stop',
  AccessDenied: 'refused-stop',
  AccessDeniedException: 'refused-stop',
  ConfigurationSetDoesNotExistException: 'refused-stop',
  NotFoundException: 'refused-stop',
  InvalidParameterValue: 'refused-stop',
  InvalidParameterCombination: 'refused-stop',
  MissingParameter: 'refused-stop',
  ValidationError: 'refused-stop',
  OptInRequired: 'refused-stop',
};
/** The SDK gave up before it opened a connection. */
const BEFORE_CALL: Readonly<Record<string, ErrorClass>> = { CredentialsProviderError: 'refused-later' };
/** Calls of the operating system that come before the first byte of a request. */
const CONNECTING = new Set(['connect', 'getaddrinfo']);

interface Described {
  readonly name?: unknown;
  readonly syscall?: unknown;
  readonly errors?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: unknown };
}

/** True when every attempt to connect failed, so that nothing was written. */
function neverConnected(error: Described): boolean {
  if (Array.isArray(error.errors) && error.errors.length > 0)
    return error.errors.every((inner: Described) => neverConnected(inner));
  return typeof error.syscall === 'string' && CONNECTING.has(error.syscall);
}

/** The class of whatever `send` threw. */
export function classOf(thrown: unknown): ErrorClass {
  if (typeof thrown !== 'object' || thrown === null) return 'ambiguous';
  const error: Described = thrown;
  const name = typeof error.name === 'string' ? error.name : '';
  const status = error.$metadata?.httpStatusCode;
  if (typeof status === 'number') {
    const answered = status >= 400 && status < 500;
    return answered && Object.hasOwn(NAMED_ERRORS, name) ? (NAMED_ERRORS[name] ?? 'ambiguous') : 'ambiguous';
  }
  if (Object.hasOwn(BEFORE_CALL, name)) return BEFORE_CALL[name] ?? 'ambiguous';
  return neverConnected(error) ? 'refused-later' : 'ambiguous';
}

const RATE_NAMES = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException']);
/**
 * Is a refusal one of the rate of a second? SES calls that and the quota of a day by one name and tells them
 * apart in its words: "Maximum sending rate exceeded", "Daily message quota exceeded".
 */
export function isRate(thrown: unknown): boolean {
  return thrown instanceof Error && RATE_NAMES.has(thrown.name) && /\brate exceeded\b/i.test(thrown.message);
}
