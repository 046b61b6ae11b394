/**
 * What MiniStack lacks, left out of a COPY of the synthesised app by this one list; nothing else is
 * changed, and there is no second stack. `docs/emulator.md` says what is therefore not proved there.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Json = Record<string, unknown>;

/** Types of resources that its CloudFormation refuses, and why we can do without. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'AWS::Budgets::Budget': 'a warning about money, read off the template instead',
  'AWS::SES::ReceiptRuleSet':
    'no mail is received there: the walk puts it down and calls the function itself',
  'AWS::SES::ReceiptRule': 'as the rule set',
};
/** Its alarms watch one metric: an alarm made of several is left out, and read off the template instead. */
const isAlarmOfSeveral = ({ Type, Properties }: Json): boolean =>
  Type === 'AWS::CloudWatch::Alarm' && Object.hasOwn((Properties ?? {}) as Json, 'Metrics');
/** Attributes that its resources do not have; outputs made of them go. */
export const ATTRIBUTES_LEFT_OUT = /^DkimDNSToken(?:Name|Value)[123]$/;

interface Template {
  Resources: Record<string, Json>;
  Outputs?: Record<string, Json>;
}

/** Every logical id and attribute that a value names. */
function namedBy(value: unknown): readonly { readonly id: string; readonly attribute: string }[] {
  if (Array.isArray(value)) return value.flatMap(namedBy);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [{ id: String(inner), attribute: '' }];
    if (key === 'Fn::GetAtt' && Array.isArray(inner))
      return [{ id: String(inner[0]), attribute: String(inner[1]) }];
    return namedBy(inner);
  });
}

/** The template without what is left out; `gone` names what went. Throws when something kept needs it. */
export function without(template: Template): {
  readonly template: Template;
  readonly gone: readonly string[];
} {
  const gone = Object.entries(template.Resources)
    .filter(([, one]) => Object.hasOwn(LEFT_OUT, String(one['Type'])) || isAlarmOfSeveral(one))
    .map(([id]) => id);
  const kept = Object.entries(template.Resources).filter(([id]) => !gone.includes(id));
  for (const [id, { Properties }] of kept) {
    const needed = namedBy(Properties).find((named) => gone.includes(named.id));
    if (needed !== undefined) throw new Error(`${id} needs ${needed.id}, which the emulator lacks.`);
  }
  const dependsOn = (value: unknown): readonly string[] => [value ?? []].flat().map(String);
  const outputs = Object.entries(template.Outputs ?? {}).filter(([, output]) =>
    namedBy(output).every(({ id, attribute }) => !gone.includes(id) && !ATTRIBUTES_LEFT_OUT.test(attribute)),
  );
  const resources = kept.map(([id, resource]) => [
    id,
    { ...resource, DependsOn: dependsOn(resource['DependsOn']).filter((one) => !gone.includes(one)) },
  ]);
  return {
    template: { ...template, Resources: Object.fromEntries(resources), Outputs: Object.fromEntries(outputs) },
    gone,
  };
}

/** Rewrites every template of a copied `cdk.out`; returns the logical ids that went. */
export function leaveOut(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.template.json'))
    .flatMap((name) => {
      const file = path.join(folder, name);
      const { template, gone } = without(JSON.parse(readFileSync(file, 'utf8')) as Template);
      writeFileSync(file, JSON.stringify(template));
      return gone;
    });
}
