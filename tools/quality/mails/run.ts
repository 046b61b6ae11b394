/**
 * The whole gate: every mail through the mail rules, every structure through validator and browser, the
 * running system through the scanners.
 */
import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { Curriculum } from '../../../program/curriculum/schema.ts';
import { startChromium } from './chromium.ts';
import type { GateMail } from './mail.ts';
import { everyMail } from './matrix.ts';
import { startBadSite } from './planted/bad-site.ts';
import { type Bite, biteLooks, biteMails } from './planted/bites.ts';
import { plantGround } from './planted/planted.ts';
import type { Report, Row } from './report.ts';
import { compatibilityRow } from './rules/compatibility.ts';
import { outsideRows } from './rules/elsewhere.ts';
import { LOOK_RULES, lookAtAll, VIEWS } from './rules/look.ts';
import { MARKUP_RULE, markupFindings } from './rules/markup.ts';
import type { MailRule, RuleName } from './rules/rule.ts';
import { MAIL_RULES } from './rules/rules.ts';
import { signedRow } from './rules/signed.ts';
import {
  answering,
  type Checked,
  leaving,
  looking,
  pageHeaders,
  SITE_RULES,
  type SiteRule,
  scanning,
} from './scanners.ts';
import { type Site, startSite } from './site.ts';
import { Structures } from './structure.ts';

export interface GateOptions {
  readonly curriculum: Curriculum;
  /** Seeded runners beside the written personas and the sweeps. */
  readonly runners: number;
  /** Without a browser and without the local run. */
  readonly fast: boolean;
  readonly progress: (line: string) => void;
}

interface Tally {
  readonly rule: MailRule;
  readonly check: ReturnType<MailRule['checker']>;
  checked: number;
  failed: number;
  readonly findings: Map<string, string>;
}
const FINDINGS = 20;

class Tallies {
  readonly all: readonly Tally[] = MAIL_RULES.map((rule) => ({
    rule,
    check: rule.checker(),
    checked: 0,
    failed: 0,
    findings: new Map(),
  }));

  take(mail: GateMail): void {
    for (const tally of this.all) {
      const verdict = tally.check(mail);
      if (verdict === null) continue;
      tally.checked += 1;
      if (verdict === true) continue;
      tally.failed += 1;
      if (tally.findings.size < FINDINGS && !tally.findings.has(verdict))
        tally.findings.set(verdict, mail.id);
    }
  }
}

const statusOf = (level: RuleName['level'], failed: number, checked: number): Row['status'] => {
  if (checked === 0) return 'not checked';
  return failed === 0 ? 'passed' : level === 'warn' ? 'warning' : 'FAILED';
};
const plantedOf = (bites: readonly Bite[], id: number): readonly [number, number] => {
  const own = bites.filter(({ rule }) => rule === id);
  return [own.filter(({ found }) => found !== null).length, own.length];
};

/** Runs the gate. Throws when a browser is wanted and none can be started. */
export async function runGate({ curriculum, runners, fast, progress }: GateOptions): Promise<Report> {
  const begun = performance.now();
  const tallies = new Tallies();
  const structures = new Structures();
  const different = new Set<string>();
  const onePerKind = new Map<string, GateMail>();
  /** One of each kind, source and name. */
  const onePerName = new Map<string, GateMail>();
  const take = (mail: GateMail): void => {
    tallies.take(mail);
    structures.take(mail);
    different.add(createHash('sha1').update(mail.message).digest('base64'));
    if (!onePerKind.has(mail.kind)) onePerKind.set(mail.kind, mail);
    const named = `${mail.kind} ${mail.source} ${/\([^)]*\)$/.exec(mail.id)?.[0]}`;
    if (mail.view !== null && !onePerName.has(named)) onePerName.set(named, mail);
    if (structures.mails % 1000 === 0) progress(`${structures.mails} mails`);
  };
  for await (const mail of everyMail(curriculum, runners)) take(mail);
  const browser = fast ? null : await startChromium();
  try {
    const site = browser === null ? [] : await siteRows(browser, take, progress);
    const found = [...structures.found.values()];
    const bites = [...(await biteMails()), ...(await biteLooks(browser))];
    const [looked, markup] = await Promise.all([
      browser === null ? null : lookRows(browser, structures, bites, progress),
      markupRow(structures, bites),
    ]);
    const rows = [
      ...tallies.all.map((tally) => tallyRow(tally, bites)),
      await signedRow([...onePerName.values()]),
      ...outsideRows([...onePerKind.values()]),
      markup,
      await compatibilityRow(found, (await plantGround()).checkIn.html),
      ...(looked ?? skippedLooks()),
      ...site,
    ];
    return {
      mails: structures.mails,
      different: different.size,
      structures: found.length,
      views: fast ? 0 : found.length * VIEWS,
      milliseconds: performance.now() - begun,
      rows: (fast ? [...rows, ...skippedSite()] : rows).sort((a, b) => a.id - b.id),
    };
  } finally {
    await browser?.close();
  }
}

function tallyRow(
  { rule: { id, group, title, level }, checked, failed, findings }: Tally,
  bites: readonly Bite[],
): Row {
  return {
    id,
    group,
    title,
    level,
    status: statusOf(level, failed, checked),
    checked,
    unit: 'mails',
    failed,
    findings: [...findings].map(([text, mail]) => `${mail}: ${text}`),
    note: checked === 0 ? 'No mail has what this rule is about.' : '',
    planted: plantedOf(bites, id),
  };
}

async function markupRow(structures: Structures, bites: readonly Bite[]): Promise<Row> {
  const all = [...structures.found.values()];
  const findings: string[] = [];
  let failed = 0;
  for (const { id, html } of all) {
    const own = await markupFindings(html);
    failed += own.length === 0 ? 0 : 1;
    findings.push(...own.map((text) => `${id}: ${text}`));
    // The browser's answers are waiting in between.
    await new Promise((next) => setImmediate(next));
  }
  const { id } = MARKUP_RULE;
  return {
    ...MARKUP_RULE,
    status: statusOf('fail', failed, all.length),
    checked: all.length,
    unit: 'structures',
    failed,
    findings,
    note: '',
    planted: plantedOf(bites, id),
  };
}

async function lookRows(
  browser: Browser,
  structures: Structures,
  bites: readonly Bite[],
  progress: (line: string) => void,
): Promise<readonly Row[]> {
  const all = [...structures.found.values()];
  const looked = await lookAtAll(browser, all, (done) => {
    if (done % 20 === 0) progress(`${done} of ${all.length} structures in the browser`);
  });
  return LOOK_RULES.map((name) => {
    const findings = looked.flatMap(({ structure, findings: own }) =>
      own.filter(({ rule }) => rule === name.id).map(({ text }) => `${structure.id}: ${text}`),
    );
    const checked = all.length * (name.id === 29 ? VIEWS : VIEWS / 2);
    return {
      ...name,
      status: statusOf('fail', findings.length, checked),
      checked,
      unit: 'views',
      failed: findings.length,
      findings,
      note: '',
      planted: plantedOf(bites, name.id),
    };
  });
}

const SKIPPED = 'left out of the fast subset: needs a browser and the local run';
const skipped = (name: RuleName): Row => ({
  ...name,
  status: 'not checked',
  checked: 0,
  unit: 'views',
  failed: 0,
  findings: [],
  note: SKIPPED,
  planted: [0, 0],
});
const skippedLooks = (): readonly Row[] => LOOK_RULES.map(skipped);
const skippedSite = (): readonly Row[] => SITE_RULES.map(skipped);

/** The rules in the order in which they may run: leaving comes last. */
async function siteChecks(site: Site, browser: Browser): Promise<ReadonlyMap<SiteRule, Checked>> {
  const checks = new Map<SiteRule, Checked>();
  checks.set(49, await looking(site));
  checks.set(53, await pageHeaders(site));
  checks.set(51, await scanning(site, browser));
  checks.set(52, await answering(site));
  checks.set(50, await leaving(site));
  return checks;
}

async function siteRows(
  browser: Browser,
  take: (mail: GateMail) => void,
  progress: (line: string) => void,
): Promise<readonly Row[]> {
  progress('the links on the local run');
  const site = await startSite();
  const real = await siteChecks(site, browser);
  for (const mail of await site.mails()) take(mail);
  await site.stop();
  const bad = await startBadSite();
  const fooling = await siteChecks(bad, browser);
  await bad.stop();
  return SITE_RULES.map((name) => {
    const { checked, findings } = real.get(name.id) ?? { checked: 0, findings: [] };
    const caught = (fooling.get(name.id)?.findings.length ?? 0) > 0;
    return {
      ...name,
      status: statusOf('fail', findings.length, checked),
      checked,
      unit: name.id === 53 ? 'links' : 'requests',
      failed: findings.length,
      findings,
      note: '',
      planted: [caught ? 1 : 0, 1],
    };
  });
}
