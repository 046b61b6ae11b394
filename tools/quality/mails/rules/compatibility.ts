/**
 * Rule 41: what caniemail.com knows of mail programs, held against a baseline in which every known gap has
 * its reason. The package runs on Node 22 and later; on an older one the row says so. Version 2.0.2 does not
 * see inline SVG, data: images and CSS variables: rule 40 bans them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../../guards/tree.ts';
import type { Row } from '../report.ts';
import type { Structure } from '../structure.ts';
import type { RuleName } from './rule.ts';

export const COMPATIBILITY_RULE = {
  id: 41,
  group: 'D',
  title: 'caniemail: nothing beyond the reasoned baseline',
  level: 'fail',
} as const satisfies RuleName;
const LEAST_NODE = 22;
const nodeMajor = Number(process.versions.node.split('.')[0]);

/** The mail programs of the bar: Gmail × 3, Outlook × 5, Apple × 2, Yahoo × 3, Samsung. */
export const CLIENTS = [
  'gmail.desktop-webmail',
  'gmail.ios',
  'gmail.android',
  'outlook.windows',
  'outlook.macos',
  'outlook.ios',
  'outlook.android',
  'outlook.outlook-com',
  'apple-mail.macos',
  'apple-mail.ios',
  'yahoo.desktop-webmail',
  'yahoo.ios',
  'yahoo.android',
  'samsung-email.android',
] as const;
type Client = (typeof CLIENTS)[number];

/** As far as we use it. */
interface Issue {
  readonly title: string;
  readonly support: string;
}
type Issues = ReadonlyMap<string, readonly Issue[]>;
export interface Caniemail {
  readonly caniemail: (asked: { readonly clients: readonly string[]; readonly html: string }) => {
    readonly issues: { readonly errors: Issues; readonly warnings: Issues };
  };
}

/**
 * The package, or null on a Node that is too old for it. Named by a variable: nothing of it may be needed to
 * compile or start on Node 20.
 */
export async function loadCaniemail(major: number = nodeMajor): Promise<Caniemail | null> {
  const name: string = 'caniemail';
  return major < LEAST_NODE ? null : ((await import(name)) as Caniemail);
}

const Known = z.array(
  z.strictObject({
    feature: z.string(),
    /** Mail programs without it, and with a part of it. */
    none: z.array(z.enum(CLIENTS)).default([]),
    partial: z.array(z.enum(CLIENTS)).default([]),
    /** Why our mails still work there. */
    why: z.string().min(20),
  }),
);
export type Baseline = z.infer<typeof Known>;

/** Throws when the file names a mail program that the bar does not, or a gap without its reason. */
export const loadBaseline = (): Baseline =>
  Known.parse(parse(readFileSync(path.join(ROOT, 'tools/quality/mails/rules/compatibility.yaml'), 'utf8')));

const keyOf = (client: string, feature: string, support: string): string =>
  `${client}: ${feature}, support ${support}`;
const keysOf = (baseline: Baseline): ReadonlySet<string> =>
  new Set(
    baseline.flatMap(({ feature, none, partial }) => [
      ...none.map((client) => keyOf(client, feature, 'none')),
      ...partial.map((client) => keyOf(client, feature, 'partial')),
    ]),
  );

function issuesOf({ caniemail }: Caniemail, clients: readonly Client[], html: string): readonly string[] {
  const { errors, warnings } = caniemail({ clients, html }).issues;
  return [...errors, ...warnings].flatMap(([client, issues]) =>
    issues.map(({ title, support }) => keyOf(client, title, support)),
  );
}

/**
 * Every gap of every mail program that one mail meets, once. A mail program whose data cannot be read is a
 * finding, never silence.
 */
export function gapsIn(tool: Caniemail, html: string): ReadonlySet<string> {
  try {
    return new Set(issuesOf(tool, CLIENTS, html));
  } catch {
    // caniemail throws a RangeError for all when it cannot read its data of one.
    const each = CLIENTS.flatMap((client) => {
      try {
        return issuesOf(tool, [client], html);
      } catch (error) {
        return [
          `${client}: caniemail cannot tell: ${error instanceof Error ? error.message : String(error)}`,
        ];
      }
    });
    return new Set(each);
  }
}

/** Gaps that the baseline does not know. */
export const unknownGaps = (tool: Caniemail, baseline: Baseline, html: string): readonly string[] => {
  const known = keysOf(baseline);
  return [...gapsIn(tool, html)].filter((gap) => !known.has(gap));
};

/**
 * Entries of the baseline that no mail meets any more: a reason for nothing would hide the next gap of that
 * name.
 */
export function staleEntries(baseline: Baseline, met: ReadonlySet<string>): readonly string[] {
  return [...keysOf(baseline)]
    .filter((key) => !met.has(key))
    .map((key) => `the baseline allows what no mail meets: ${key}`);
}

/** Violations planted for this rule; both are things that rule 40 does not ban by name. */
export const PLANTED_GAPS: readonly (readonly [what: string, spoil: (html: string) => string])[] = [
  [
    'a gauge of the pain',
    (mail) => mail.replace('</h1>', '</h1><meter min="0" max="10" value="3">3 of 10</meter>'),
  ],
  [
    'a shadow that hides pale words',
    (mail) => mail.replace('<h1 style="', '<h1 style="text-shadow:0 0 2px #000000;'),
  ],
];

/**
 * Every structure against the baseline, and the baseline against all structures. `ground` is a good mail for
 * the planted violations.
 */
export async function compatibilityRow(
  structures: readonly Structure[],
  ground: string,
  baseline: Baseline = loadBaseline(),
  given?: Caniemail | null,
): Promise<Row> {
  const tool = given === undefined ? await loadCaniemail() : given;
  const head = { ...COMPATIBILITY_RULE, unit: 'structures' } as const;
  if (tool === null) {
    const note = `caniemail 2 needs Node ${LEAST_NODE} or later and this is Node ${nodeMajor}: run the gate on Node 24. Rule 40 bans the worst by name.`;
    return { ...head, status: 'not checked', checked: 0, failed: 0, findings: [], note, planted: [0, 0] };
  }
  const known = keysOf(baseline);
  const met = new Set<string>();
  const findings = new Map<string, string>();
  let failed = 0;
  for (const { id, html } of structures) {
    const gaps = gapsIn(tool, html);
    const beyond = [...gaps].filter((gap) => !known.has(gap));
    for (const gap of gaps) met.add(gap);
    for (const gap of beyond) if (!findings.has(gap)) findings.set(gap, `${id}: ${gap}`);
    failed += beyond.length === 0 ? 0 : 1;
    // The browser's answers are waiting in between.
    await new Promise((next) => setImmediate(next));
  }
  const stale = staleEntries(baseline, met);
  const caught = PLANTED_GAPS.filter(
    ([, spoil]) => unknownGaps(tool, baseline, spoil(ground)).length > 0,
  ).length;
  return {
    ...head,
    status: failed + stale.length === 0 ? 'passed' : 'FAILED',
    checked: structures.length,
    failed: failed + stale.length,
    findings: [...findings.values(), ...stale],
    note: `${CLIENTS.length} mail programs; ${baseline.length} features with a reason in tools/quality/mails/rules/compatibility.yaml, none of them for nothing.`,
    planted: [caught, PLANTED_GAPS.length],
  };
}
