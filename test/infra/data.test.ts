/** The table and what stands with it; what a stage may ask for beside; read off the templates. */
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES } from '../../functions/shell/env.ts';
import {
  exampleSettings,
  functionName,
  ofType,
  type Resource,
  templates,
  type Value,
} from './synthesised.ts';

const { data, service } = templates();

describe('the table', () => {
  const [table] = ofType(data, 'AWS::DynamoDB::Table');

  it('costs nothing at rest, is encrypted, and can be brought back', () => {
    expect(table?.properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    });
  });

  it('cannot be lost by a release', () => {
    expect(table?.properties.DeletionProtectionEnabled).toBe(true);
    expect(table?.whole).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('has one sparse index that holds keys only', () => {
    expect(table?.properties.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(table?.properties.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: 'due',
        KeySchema: [
          { AttributeName: 'duePk', KeyType: 'HASH' },
          { AttributeName: 'dueSk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ]);
  });

  it('stands with what cannot be made again, and with nothing else', () => {
    const kinds = data.map(({ type }) => type).filter((type) => type !== 'AWS::S3::BucketPolicy');
    expect(kinds).toEqual([
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::SES::EmailIdentity',
      'AWS::SES::EmailIdentity',
    ]);
    expect(service.map(({ type }) => type)).not.toContain('AWS::SES::EmailIdentity');
  });
});

describe('what a stage may ask for beside', () => {
  const other = (settings: object) => templates({ ...exampleSettings, ...settings });

  it('keeps executions free for what safety hangs on, if asked, and for nothing else', () => {
    const reserved = (all: readonly Resource[]) =>
      ofType(all, 'AWS::Lambda::Function')
        .filter(({ properties }) => properties.ReservedConcurrentExecutions !== undefined)
        .map((one) => [functionName(one), one.properties.ReservedConcurrentExecutions]);
    expect(reserved(service)).toEqual([]);
    expect(reserved(other({ reserve: 3 }).service).sort()).toEqual([
      ['account', 3],
      ['check-in', 3],
      ['send', 3],
      ['signup', 3],
    ]);
  });

  it('keeps people under a key of its own, which the table, the bucket and SES alone reach', () => {
    expect(data.map(({ type }) => type)).not.toContain('AWS::KMS::Key');
    const { data: hard } = other({ hardened: true });
    const [key] = ofType(hard, 'AWS::KMS::Key');
    expect(key?.properties.EnableKeyRotation).toBe(true);
    expect(key?.whole.DeletionPolicy).toBe('Retain');
    expect(ofType(hard, 'AWS::DynamoDB::Table')[0]?.properties.SSESpecification).toMatchObject({
      SSEType: 'KMS',
      KMSMasterKeyId: { 'Fn::GetAtt': [key?.id, 'Arn'] },
    });
    expect(JSON.stringify(ofType(hard, 'AWS::S3::Bucket')[0]?.properties.BucketEncryption)).toContain(
      key?.id,
    );
    const statements: Value[] = key?.properties.KeyPolicy.Statement;
    for (const { Sid, Condition } of statements.filter(({ Sid }) => Sid !== undefined))
      expect(JSON.stringify(Condition), Sid).toMatch(/CallerAccount|SourceAccount/);
  });

  it('lets a release reach a tenth of the calls first, and takes it back by itself', () => {
    expect(service.map(({ type }) => type)).not.toContain('AWS::CodeDeploy::DeploymentGroup');
    const groups = ofType(other({ hardened: true }).service, 'AWS::CodeDeploy::DeploymentGroup');
    expect(groups).toHaveLength(FUNCTION_NAMES.length);
    for (const { properties } of groups) {
      expect(properties.DeploymentConfigName).toBe('CodeDeployDefault.LambdaCanary10Percent5Minutes');
      expect(properties.AlarmConfiguration).toMatchObject({ Enabled: true });
      expect(properties.AutoRollbackConfiguration.Enabled).toBe(true);
    }
  });
});
