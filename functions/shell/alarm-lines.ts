/**
 * The lines of the log that wake the operator, by the section of docs/runbook.md that says what to do. From
 * this list come the type of `log.error`, the metric filters and alarms of a deployment, and what the local
 * run tells; test/infra/alarms.test.ts holds them all against the runbook.
 */
import type { FunctionName } from './env.ts';

export interface AlarmGroup {
  readonly lines: readonly string[];
  /** Functions that write one of the lines. */
  readonly from: readonly FunctionName[];
}

const PAGES = ['signup', 'enrol', 'check-in', 'account', 'records', 'running'] as const;

/** One alarm for each section. */
export const ALARM_GROUPS = {
  'Safety mail undelivered': {
    lines: ['safety-undelivered', 'safety-unproved', 'safety-held'],
    from: ['send', 'feedback'],
  },
  'Stop not saved': { lines: ['stop-unsaved'], from: ['enrol', 'check-in', 'records'] },
  'Sending refused': { lines: ['mail-refused'], from: ['send'] },
  'Mail given up': { lines: ['mail-abandoned'], from: ['send'] },
  'Something failed': {
    lines: ['send-failed', 'person-put-off', 'mail-unwritten', 'feedback-failed', 'request-failed'],
    from: ['send', 'feedback', ...PAGES],
  },
  'Sign-up limit reached': { lines: ['signup-limit'], from: ['signup'] },
} as const satisfies Readonly<Record<string, AlarmGroup>>;

export type AlarmSection = keyof typeof ALARM_GROUPS;
export type AlarmLine = (typeof ALARM_GROUPS)[AlarmSection]['lines'][number];
export const ALARM_SECTIONS = Object.keys(ALARM_GROUPS) as readonly AlarmSection[];
export const ALARM_LINES: readonly AlarmLine[] = ALARM_SECTIONS.flatMap((name) => [
  ...ALARM_GROUPS[name].lines,
]);
