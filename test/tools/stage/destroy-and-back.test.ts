/** The way out with receiving active, what stays, and the way back to the release before. */
import { describe, expect, it } from 'vitest';
import { stopReceiving, whatStays } from '../../../tools/stage/destroy-stage.ts';
import { stepsBack } from '../../../tools/stage/roll-back.ts';
import { exampleSettings } from '../../infra/synthesised.ts';
import { account, cloudOf } from './fake-cloud.ts';

describe('before a service is removed', () => {
  it.each([
    ['our own rule set stops receiving', 'calf-coach-example', {}, true, null],
    ['that of the club goes on', 'the-club', {}, false, 'the-club'],
    ['nothing is done where nobody receives', null, {}, false, null],
    [
      'a set of the club with our rule in it goes on',
      'calf-coach-example',
      { receiptRuleSet: 'x' },
      false,
      'calf-coach-example',
    ],
  ])('%s', async (_, active, settings, stopped, after) => {
    const fake = account({ active });
    expect(await stopReceiving({ ...exampleSettings, ...settings }, cloudOf(fake))).toBe(stopped);
    expect(fake.active).toBe(after);
  });

  it('is said what stays and how it goes too, each by name and in the region of the stage', () => {
    const text = whatStays(exampleSettings, { TableName: 'people', RepliesBucket: 'mails' });
    for (const part of [
      'calf-coach-example-certificate',
      '--stack-name calf-coach-example-data --region eu-west-1 \\\n    --no-enable',
      'delete-table --table-name people',
      's3://mails',
    ])
      expect(text).toContain(part);
    expect(whatStays(exampleSettings, {})).toBe('');
  });
});

describe('the release before', () => {
  const at = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 6, minute)).toISOString();
  const fn = (name: string, live: number, ...minutes: number[]) => ({
    name,
    live,
    versions: minutes.map((minute, index) => ({ version: index + 1, at: at(minute) })),
  });

  it('is that of the functions which the last release changed, and of no others', () => {
    expect(stepsBack([fn('signup', 3, 0, 100, 300), fn('send', 2, 0, 301), fn('feedback', 1, 0)])).toEqual([
      { name: 'signup', from: 3, to: 2 },
      { name: 'send', from: 2, to: 1 },
    ]);
  });

  it('once more is the one before that', () => {
    expect(stepsBack([fn('signup', 2, 0, 100, 300), fn('send', 1, 0, 301)])).toEqual([
      { name: 'signup', from: 2, to: 1 },
    ]);
  });

  it('is none after the first', () => {
    expect(stepsBack([fn('signup', 1, 0), fn('send', 1, 0)])).toEqual([]);
    expect(stepsBack([])).toEqual([]);
  });
});
