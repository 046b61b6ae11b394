/**
 * Both rule packs find nothing that is not accepted with a reason, every acceptance is needed, and the packs
 * do look.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../tools/quality/guards/tree.ts';
import { contextOfCdkJson, exampleSettings, newApp, type Synthesised } from './synthesised.ts';

const ZONE = { hostedZoneId: 'Z123', hostedZoneName: 'example.org' };

interface Finding {
  readonly rule: string;
  readonly path: string;
}
interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

/**
 * Synthesises with both packs and reads their report; an open finding makes the synthesis throw, after the
 * report is written.
 */
function findings({ app }: Synthesised): readonly Finding[] {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  vi.stubEnv('CDK_VALIDATION', 'false');
  let thrown = '';
  try {
    app.synth();
  } catch (fault) {
    thrown = String(fault);
  }
  const file = path.join(app.outdir, 'validation-report.json');
  expect(existsSync(file) || thrown === '', thrown).toBe(true);
  if (!existsSync(file)) return [];
  const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => ({ rule: ruleName, path: constructPath })),
    ),
  );
}

interface Accepted {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
}

const accepted = (root: IConstruct): readonly Accepted[] =>
  root.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([rule, reason]) => ({
        rule: rule.slice(rule.indexOf('::') + 2),
        path: construct.node.path,
        reason,
      })),
  );

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the rule packs', () => {
  it.each([
    ['as it is', {}],
    ['hardened', { hardened: true }],
    ['in the sandbox', { sandbox: true }],
    ['with a zone, a reserve and a rule set of the club', { ...ZONE, reserve: 2, receiptRuleSet: 'club' }],
  ])('have no open finding: %s', (_, settings) => {
    expect(findings(newApp({ ...exampleSettings, ...settings }))).toEqual([]);
  });

  it('accept a finding only with a reason of at least 40 characters, and few kinds of them', () => {
    const all = accepted(newApp().app);
    expect(all.length).toBeGreaterThan(0);
    for (const { rule, path: where, reason } of all)
      expect(reason.length, `${rule} at ${where}`).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ rule }) => rule)).size).toBeLessThanOrEqual(9);
  });

  it('would report everything that is accepted, so no acceptance is idle', () => {
    const all = accepted(newApp().app);
    vi.spyOn(Validations.prototype, 'acknowledge').mockImplementation(() => {});
    const open = findings(newApp());
    const idle = all.filter(
      ({ rule, path: where }) =>
        !open.some((finding) => finding.rule === rule && finding.path.startsWith(where)),
    );
    expect(idle).toEqual([]);
  });

  it('canary: an unencrypted, unwatched queue is reported by both', () => {
    const made = newApp();
    new sqs.Queue(made.service, 'Careless', { encryption: sqs.QueueEncryption.UNENCRYPTED });
    const rules = findings(made)
      .filter(({ path: where }) => where.includes('Careless'))
      .map(({ rule }) => rule);
    expect(rules).toContain('AwsSolutions-SQS4');
    expect(rules).toContain('Serverless-SQSRedrivePolicy');
  });
});

describe('template validation', () => {
  it('canary: a property that AWS does not know fails the synthesis', () => {
    vi.stubEnv('CDK_VALIDATION', undefined);
    const app = new App({ context: contextOfCdkJson });
    const queue = new sqs.CfnQueue(new Stack(app, 'Mistaken'), 'Queue', {});
    queue.addPropertyOverride('VisibilityTimeOut', 30);
    expect(() => app.synth()).toThrow('VisibilityTimeOut');
  });
});

describe('the feature flags', () => {
  /** Two that we set otherwise, and why. */
  const OTHERWISE: Readonly<Record<string, string>> = {
    '@aws-cdk/core:target-partitions': 'one partition: nobody deploys this to another',
    '@aws-cdk/core:defaultCrossStackReferences':
      'strong: the data stack cannot go while the service needs it',
  };

  it('are the recommended ones of the CDK in use', () => {
    const file = path.join(ROOT, 'node_modules/aws-cdk-lib/recommended-feature-flags.json');
    const recommended = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(Object.keys(recommended).length).toBeGreaterThan(50);
    const differing = Object.entries(recommended)
      .filter(([flag, value]) => JSON.stringify(contextOfCdkJson[flag]) !== JSON.stringify(value))
      .map(([flag]) => flag);
    expect(differing.sort()).toEqual(Object.keys(OTHERWISE).sort());
  });
});
