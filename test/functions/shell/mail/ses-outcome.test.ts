import * as ses from '@aws-sdk/client-ses';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  classOf,
  type ErrorClass,
  isRate,
  NAMED_ERRORS,
} from '../../../../functions/shell/mail/ses-outcome.ts';

const answered = (name: string, httpStatusCode: number) =>
  Object.assign(new Error('no'), { name, $metadata: { httpStatusCode } });
const failed = (name: string, more: object = {}) => Object.assign(new Error('no'), { name, ...more });

/** docs/architecture.md §7.8, member by member. */
const TABLE: readonly [string, unknown, ErrorClass][] = [
  ['rate', answered('Throttling', 400), 'refused-later'],
  ['rate, other protocol', answered('TooManyRequestsException', 429), 'refused-later'],
  ['daily quota', answered('LimitExceededException', 400), 'refused-later'],
  ['account paused', answered('AccountSendingPausedException', 400), 'refused-later'],
  ['set paused', answered('ConfigurationSetSendingPausedException', 400), 'refused-later'],
  ['old credentials', answered('ExpiredToken', 403), 'refused-later'],
  ['no credentials', failed('CredentialsProviderError'), 'refused-later'],
  ['rejected', answered('MessageRejected', 400), 'refused-stop'],
  ['sender not verified', answered('MailFromDomainNotVerifiedException', 400), 'refused-stop'],
  ['no such set', answered('ConfigurationSetDoesNotExistException', 400), 'refused-stop'],
  ['account suspended', answered('AccountSuspendedException', 400), 'refused-stop'],
  ['not allowed', answered('AccessDenied', 403), 'refused-stop'],
  ['malformed', answered('InvalidParameterValue', 400), 'refused-stop'],
  ['no route', failed('Error', { code: 'ECONNREFUSED', syscall: 'connect' }), 'refused-later'],
  ['no such host', failed('Error', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'refused-later'],
  [
    'no route by any address',
    failed('AggregateError', {
      errors: [failed('Error', { syscall: 'connect' }), failed('Error', { syscall: 'connect' })],
    }),
    'refused-later',
  ],
  [
    'one of several broke later',
    failed('AggregateError', {
      errors: [failed('Error', { syscall: 'connect' }), failed('Error', { syscall: 'read' })],
    }),
    'ambiguous',
  ],
  ['nothing inside', failed('AggregateError', { errors: [] }), 'ambiguous'],
  ['500', answered('InternalFailure', 500), 'ambiguous'],
  ['503 by a known name', answered('Throttling', 503), 'ambiguous'],
  ['200 that cannot be read', answered('Throttling', 200), 'ambiguous'],
  ['reset', failed('Error', { code: 'ECONNRESET', syscall: 'read' }), 'ambiguous'],
  ['broken pipe', failed('Error', { code: 'EPIPE', syscall: 'write' }), 'ambiguous'],
  ['time out', failed('TimeoutError', { code: 'ECONNRESET' }), 'ambiguous'],
  ['aborted', failed('AbortError'), 'ambiguous'],
  ['a known name without an answer', failed('Throttling'), 'ambiguous'],
  ['a name of every object', answered('constructor', 400), 'ambiguous'],
];
test.each(TABLE)('%s', (_, error, kind) => {
  expect(classOf(error)).toBe(kind);
});

/** Errors of operations other than sending a raw mail; what they would mean for a mail is unknown. */
test('every error the SES client can build has a class, and only known refusals are believed', () => {
  const names = Object.keys(ses).filter(
    (name) => /(Exception|Rejected)$/.test(name) && name !== 'SESServiceException',
  );
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    const given = classOf(answered(name, 400));
    expect(given, name).toBe(NAMED_ERRORS[name] ?? 'ambiguous');
  }
  for (const name of [
    'MessageRejected',
    'MailFromDomainNotVerifiedException',
    'ConfigurationSetDoesNotExistException',
    'ConfigurationSetSendingPausedException',
    'AccountSendingPausedException',
  ]) {
    expect(names).toContain(name);
    expect(classOf(answered(name, 400)), name).not.toBe('ambiguous');
  }
});

test('whatever nobody knows is ambiguous', () => {
  const unknown = fc.string().filter((name) => !Object.hasOwn(NAMED_ERRORS, name));
  fc.assert(
    fc.property(
      unknown,
      fc.integer({ min: 100, max: 599 }),
      (name, status) => classOf(answered(name, status)) === 'ambiguous',
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(NAMED_ERRORS)),
      fc.integer({ min: 500, max: 599 }),
      (name, status) => classOf(answered(name, status)) === 'ambiguous',
    ),
  );
  fc.assert(
    fc.property(fc.anything(), (thrown) => {
      const kind = classOf(thrown);
      return kind === 'ambiguous';
    }),
    { examples: [[null], [undefined], ['Throttling'], [{ name: 'Throttling' }]] },
  );
});

test('a rate that is used up is told from a quota of the day by its words', () => {
  const refused = (message: string, name = 'Throttling') => Object.assign(new Error(message), { name });
  expect(isRate(refused('Maximum sending rate exceeded.'))).toBe(true);
  expect(isRate(refused('Daily message quota exceeded.'))).toBe(false);
  expect(isRate(refused('Sending rate exceeded.', 'MessageRejected'))).toBe(false);
  expect(isRate('Rate exceeded')).toBe(false);
});
