/** Names and pages that are not the run's own: refused before anything is read. */
import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../local/own-origin.ts';

const PORT = 4100;
const asked = (headers: IncomingHttpHeaders, control: boolean, method = 'GET'): boolean =>
  refusalOf({ headers, method }, PORT, control) === null;
const OWN = { host: 'localhost:4100' };

describe('the local run', () => {
  test.each([
    ['localhost', OWN],
    ['the loopback address', { host: '127.0.0.1:4100' }],
    ['the same of version 6', { host: '[::1]:4100' }],
    ['capitals', { host: 'LOCALHOST:4100' }],
    ['its own origin', { ...OWN, origin: 'http://localhost:4100', 'sec-fetch-site': 'same-origin' }],
    ['an address that was typed', { ...OWN, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['a link that was followed', { ...OWN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ] satisfies [string, IncomingHttpHeaders][])('answers %s', (_what, headers) => {
    expect([asked(headers, true), asked(headers, false)]).toEqual([true, true]);
  });

  test.each([
    ['another name', { host: 'evil.example:4100' }],
    ['another port', { host: 'localhost:4101' }],
    ['a name that only begins like ours', { host: 'localhost:4100.evil.example' }],
    ['no name', {}],
    ['another origin', { ...OWN, origin: 'http://evil.example' }],
    ['another port of this machine as origin', { ...OWN, origin: 'http://localhost:5173' }],
    ['our host under another scheme', { ...OWN, origin: 'https://localhost:4100' }],
  ] satisfies [string, IncomingHttpHeaders][])('refuses %s', (_what, headers) => {
    expect([asked(headers, true), asked(headers, false)]).toEqual([false, false]);
  });

  test.each([
    ['an origin that is hidden', { ...OWN, origin: 'null' }],
    ['a script of another site', { ...OWN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
    ['a script of another port', { ...OWN, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
  ] satisfies [string, IncomingHttpHeaders][])('keeps the control API from %s', (_what, headers) => {
    expect([asked(headers, true), asked(headers, false)]).toEqual([false, true]);
  });
  test.each(['cross-site', 'same-site'])('keeps the control API from a form of another page (%s)', (from) => {
    const headers = { ...OWN, 'sec-fetch-site': from, 'sec-fetch-mode': 'navigate' };
    expect([asked(headers, true, 'POST'), asked(headers, true, 'GET')]).toEqual([false, true]);
  });
  test('says what to do', () =>
    expect(refusalOf({ headers: { host: 'evil.example' }, method: 'GET' }, PORT, false)).toContain(
      'http://localhost:4100/',
    ));
});
