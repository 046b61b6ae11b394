import { describe, expect, it } from 'vitest';
import {
  expectedOf,
  isRequired,
  readStage,
  SETTING_NAMES,
  type SettingName,
  variableOf,
} from '../../infra/stages.ts';
import { stagesOfCdkJson } from './synthesised.ts';

const whole = { ...(stagesOfCdkJson as { example: Record<string, unknown> }).example };
const stage = (changes: Record<string, unknown>) => ({ prod: { ...whole, ...changes } });
const REQUIRED: readonly SettingName[] = [
  'operatorName',
  'operatorPostal',
  'operatorEmail',
  'siteDomain',
  'mailDomain',
  'replyDomain',
  'region',
  'sendingRate',
  'alarmAddress',
  'retentionDays',
];

describe('the settings of a stage', () => {
  it('are complete in the example', () => {
    expect(readStage('example', stagesOfCdkJson, {})).toMatchObject({
      name: 'example',
      operatorName: 'Example Running Club',
      sendingRate: 14,
      retentionDays: 30,
    });
  });

  it('are required as the list says', () => {
    expect(SETTING_NAMES.filter(isRequired)).toEqual(REQUIRED);
  });

  it.each(REQUIRED)('without %s fail with one sentence that says what to add and where', (name) => {
    const act = () => readStage('prod', stage({ [name]: undefined }), {});
    expect(act).toThrow(
      `Stage "prod" has no ${name}: add it (${expectedOf(name)}) under context.stages.prod in cdk.json, or set ${variableOf(name)}.`,
    );
  });

  it.each(REQUIRED)('take an empty %s for a missing one', (name) => {
    expect(() => readStage('prod', stage({ [name]: '' }), {})).toThrow(`has no ${name}`);
  });

  it('of a stage that is not described are all named at once, one sentence a line', () => {
    for (const stages of [undefined, {}, { prod: {} }, { prod: null }]) {
      const said = (() => {
        try {
          return String(readStage('prod', stages, {}));
        } catch (fault) {
          return (fault as Error).message;
        }
      })();
      expect(said.split('\n').map((line) => /^Stage "prod" has no (\w+): add it \(/.exec(line)?.[1])).toEqual(
        REQUIRED,
      );
    }
  });

  it('that are missing, malformed, half a zone and unknown are named in one go', () => {
    const act = () =>
      readStage(
        'prod',
        stage({
          region: undefined,
          sendingRate: 'fast',
          hostedZoneId: 'Z1',
          siteDomian: 'coach.example.org',
        }),
        {},
      );
    expect(act).toThrow(
      /^Stage "prod" has no region: .+\n.+ sendingRate "fast", expected .+\n.+ the setting siteDomian, which does not exist: .+\n.+ half a Route 53 zone: .+$/,
    );
  });

  it.each([
    ['siteDomain', 'https://coach.example.org'],
    ['siteDomain', 'localhost'],
    ['mailDomain', 'Mail.example.org'],
    ['operatorEmail', 'nobody'],
    ['alarmAddress', 'a@b'],
    ['region', 'Europe'],
    ['sendingRate', '0'],
    ['sendingRate', '1.5'],
    ['sendingRate', '501'],
    ['retentionDays', '31'],
    ['monthlyBudget', '-1'],
    ['signupLimit', '0'],
    ['signupDomainLimit', '10001'],
    ['signupNetworkLimit', 'many'],
    ['hostedZoneId', 'example.org'],
    ['operatorName', 'x'.repeat(61)],
    ['operatorPostal', 'x'.repeat(201)],
    ['operatorPostal', '1 Track Lane\nExampleton'],
    ['operatorName', ' '],
    ['operatorName', { first: 'Ann' }],
    ['operatorEmail', 'Ann <ann@example.org>'],
    ['retentionDays', true],
    ['clubName', 'x'.repeat(27)],
    ['referral', 'the clinic'],
    ['referral', { phone: '01234' }],
    ['referral', { name: 'Clinic', link: 'http://clinic.example' }],
    ['referral', { name: 'Clinic', mail: 'a@clinic.example' }],
    ['contact', ' '],
    ['maxParticipants', '0'],
    ['sandbox', 'perhaps'],
    ['mailOnlyTo', '*'],
    ['mailOnlyTo', '*@example.org,'],
    ['receiptRuleSet', 'a set'],
    ['reserve', '0'],
    ['hardened', 'very'],
  ])('refuse the %s %j', (name, value) => {
    expect(() => readStage('prod', stage({ [name]: value }), {})).toThrow(
      `Stage "prod" has the ${name} ${JSON.stringify(value)}, expected`,
    );
  });

  it('come from the environment before the file', () => {
    const read = readStage('prod', stage({}), {
      CALF_COACH_SENDING_RATE: '50',
      CALF_COACH_REFERRAL: '{"name": "The runners’ clinic"}',
      CALF_COACH_SANDBOX: 'true',
      CALF_COACH_MAIL_ONLY_TO: '*@example.org, ann@club.example',
    });
    expect(read).toMatchObject({
      sendingRate: 50,
      referral: { name: 'The runners’ clinic' },
      sandbox: true,
      mailOnlyTo: ['*@example.org', 'ann@club.example'],
    });
    expect(readStage('prod', stage({}), {})).toMatchObject({ sandbox: false, hardened: false });
    expect(readStage('prod', stage({}), {})).not.toHaveProperty('referral');
  });

  it('may be numbers or texts', () => {
    for (const sendingRate of [50, '50'])
      expect(readStage('prod', stage({ sendingRate }), {})).toMatchObject({ sendingRate: 50 });
  });

  it('of a stage that is called like something every object has are not found there', () => {
    expect(() => readStage('constructor', {}, {})).toThrow('Stage "constructor" has no operatorName');
  });

  it('want both halves of a zone', () => {
    expect(() => readStage('prod', stage({ hostedZoneId: 'Z123' }), {})).toThrow('half a Route 53 zone');
  });

  it.each(['', 'Prod', '1st', 'a/b', 'x'.repeat(21)])('refuse the stage name %j', (name) => {
    expect(() => readStage(name, {}, {})).toThrow('cannot be a stage');
  });
});
