/**
 * An alarm is code: every line of the list has a filter on each log it is written to, that filter feeds one
 * metric, that metric has one alarm, and that alarm names the section of the runbook which names the line.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALARM_GROUPS, ALARM_LINES, ALARM_SECTIONS } from '../../functions/shell/alarm-lines.ts';
import { FUNCTION_NAMES } from '../../functions/shell/env.ts';
import { filesUnder, ROOT } from '../../tools/quality/guards/tree.ts';
import { type Resource, templates } from './synthesised.ts';

const { service } = templates();
const ofType = (type: string): readonly Resource[] => service.filter((r) => r.type === type);
const alarms = ofType('AWS::CloudWatch::Alarm');
const filters = ofType('AWS::Logs::MetricFilter');
const runbook = readFileSync(path.join(ROOT, 'docs/runbook.md'), 'utf8');

/** The text of a section of the runbook; empty when there is none. */
const sectionOf = (name: string): string =>
  runbook.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? '';
/** What is missing between a line and somebody who is woken by it and knows what to do. */
function gaps(line: string): readonly string[] {
  const fed = filters.filter((f) => String(f.properties.FilterPattern).includes(`"${line}"`));
  const metrics = new Set(fed.map((f) => String(f.properties.MetricTransformations[0].MetricName)));
  const rings = alarms.filter((a) => metrics.has(a.properties.MetricName));
  const sections = rings.map((a) => /^Runbook: ([^.]+)\./.exec(a.properties.AlarmDescription)?.[1] ?? '');
  return [
    ...(fed.length === 0 ? ['no filter'] : []),
    ...(metrics.size === 1 ? [] : [`${metrics.size} metrics`]),
    ...(rings.length === 1 ? [] : [`${rings.length} alarms`]),
    ...(sections.every((name) => sectionOf(name).includes(`\`${line}\``)) ? [] : ['no word in its section']),
  ];
}

describe('lines, filters, alarms and sections', () => {
  it.each(ALARM_LINES)('%s reaches somebody who can read what to do', (line) => {
    expect(gaps(line)).toEqual([]);
  });
  it('the guard sees a line that nobody watches', () => {
    expect(gaps('calf-on-fire')).toEqual(['no filter', '0 metrics', '0 alarms']);
  });
  it('each line stands on the list once, and each section of the list is watched', () => {
    expect(new Set(ALARM_LINES).size).toBe(ALARM_LINES.length);
    expect(filters).toHaveLength(ALARM_SECTIONS.flatMap((name) => ALARM_GROUPS[name].from).length);
  });
  it('every alarm names a section that is there, and there are twenty at most', () => {
    for (const { properties } of alarms) {
      const name = /^Runbook: ([^.]+)\./.exec(properties.AlarmDescription)?.[1] ?? '';
      expect(sectionOf(name), properties.AlarmDescription).not.toBe('');
    }
    expect(alarms.length).toBeLessThanOrEqual(20);
  });
  it('a function that writes a line is one whose log is watched for it', () => {
    for (const name of FUNCTION_NAMES)
      for (const file of filesUnder(ROOT, `functions/${name}`)) {
        const text = readFileSync(path.join(ROOT, file), 'utf8');
        for (const [, line = ''] of text.matchAll(/log\.error\(\s*'([a-z-]+)'/g)) {
          const group = ALARM_SECTIONS.find((s) =>
            (ALARM_GROUPS[s].lines as readonly string[]).includes(line),
          );
          expect(group === undefined ? [] : ALARM_GROUPS[group].from, `${file}: ${line}`).toContain(name);
        }
      }
  });
  it('alarms may publish to their topic', () => {
    const statements = ofType('AWS::SNS::TopicPolicy').flatMap((p) => p.properties.PolicyDocument.Statement);
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
  });
});
