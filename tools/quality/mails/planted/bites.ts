/** Shows that every rule finds the violation planted for it, and nothing in the mail as it was. */
import type { Browser } from 'playwright-core';
import { blankPage, lookAt } from '../rules/look.ts';
import { MARKUP_RULE, markupFindings } from '../rules/markup.ts';
import { MAIL_RULES } from '../rules/rules.ts';
import { PLANTED, PLANTED_LOOKS, plantGround } from './planted.ts';

export interface Bite {
  readonly rule: number;
  readonly what: string;
  /** What the rule said; null = it was fooled. */
  readonly found: string | null;
}

/** The rules over single mails. A rule without a planted violation counts as fooled. */
export async function biteMails(): Promise<readonly Bite[]> {
  const { plan } = await plantGround();
  return MAIL_RULES.flatMap(({ id, checker }) => {
    const planted = PLANTED[id] ?? [];
    if (planted.length === 0) return [{ rule: id, what: 'nothing is planted', found: null }];
    return planted.map(([what, spoil]) => {
      const check = checker();
      const before = check(plan);
      const verdict = check({ ...plan, ...spoil(plan) });
      return {
        rule: id,
        what,
        found: typeof before === 'string' ? null : typeof verdict === 'string' ? verdict : null,
      };
    });
  });
}

/** The rules over structures; without a browser only the validator's. */
export async function biteLooks(browser: Browser | null): Promise<readonly Bite[]> {
  const { checkIn } = await plantGround();
  const context = browser === null ? null : await browser.newContext();
  const page = context === null ? null : await blankPage(context);
  const bites: Bite[] = [];
  for (const [rule, what, spoil] of PLANTED_LOOKS) {
    const spoilt = spoil(checkIn.html);
    if (rule === MARKUP_RULE.id) bites.push({ rule, what, found: (await markupFindings(spoilt))[0] ?? null });
    else if (page !== null)
      bites.push({
        rule,
        what,
        found: (await lookAt(page, spoilt)).find((finding) => finding.rule === rule)?.text ?? null,
      });
  }
  await context?.close();
  return bites;
}
