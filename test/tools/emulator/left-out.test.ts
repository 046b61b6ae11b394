/** The one list of what the emulator lacks: it leaves out what it names, and nothing somebody needs. */
import { describe, expect, it } from 'vitest';
import { LEFT_OUT, without } from '../../../tools/emulator/left-out.ts';

const template = {
  Resources: {
    Rules: { Type: 'AWS::SES::ReceiptRuleSet' },
    Queue: { Type: 'AWS::SQS::Queue', DependsOn: ['Rules', 'Topic'] },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'Facts' } },
    Identity: { Type: 'AWS::SES::EmailIdentity' },
  },
  Outputs: {
    Set: { Value: { Ref: 'Rules' } },
    Dkim: { Value: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Identity', 'DkimDNSTokenName1'] }, ' CNAME']] } },
    Address: { Value: { 'Fn::GetAtt': ['Queue', 'QueueUrl'] } },
  },
};

describe('what the emulator lacks', () => {
  it('goes, with what hangs on it, and the rest stays as it was', () => {
    const { template: left, gone } = without(template);
    expect(gone).toEqual(['Rules']);
    expect(Object.keys(left.Resources)).toEqual(['Queue', 'Topic', 'Identity']);
    expect(left.Resources['Queue']?.['DependsOn']).toEqual(['Topic']);
    expect(left.Resources['Topic']).toMatchObject(template.Resources.Topic);
    expect(Object.keys(left.Outputs ?? {})).toEqual(['Address']);
  });

  it('is refused when something that stays needs it', () => {
    const needed = {
      Resources: {
        ...template.Resources,
        Rule: { Type: 'AWS::X::Y', Properties: { Set: { Ref: 'Rules' } } },
      },
    };
    expect(() => without(needed)).toThrow('Rule needs Rules, which the emulator lacks.');
  });

  it('is named with a reason each', () => {
    for (const [type, reason] of Object.entries(LEFT_OUT)) expect(reason.length, type).toBeGreaterThan(10);
  });
});
