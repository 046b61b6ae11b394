/**
 * Rule 41 of the gate: what caniemail.com knows of mail programs against the reasoned baseline. The package
 * needs Node 22; CI runs on 24 too.
 */
import { describe, expect, it } from 'vitest';
import { exampleMails } from '../../tools/quality/mails/matrix.ts';
import { plantGround } from '../../tools/quality/mails/planted/planted.ts';
import {
  type Baseline,
  type Caniemail,
  compatibilityRow,
  gapsIn,
  loadBaseline,
  loadCaniemail,
  PLANTED_GAPS,
  staleEntries,
  unknownGaps,
} from '../../tools/quality/mails/rules/compatibility.ts';
import { Structures } from '../../tools/quality/mails/structure.ts';

const baseline = loadBaseline();
const tool = await loadCaniemail();
const { checkIn } = await plantGround();

describe('the baseline', () => {
  it('names every feature once, with a mail program that lacks it and a reason', () => {
    expect(new Set(baseline.map(({ feature }) => feature)).size).toBe(baseline.length);
    for (const { feature, none, partial, why } of baseline) {
      expect([feature, none.length + partial.length > 0, why.length > 20]).toEqual([feature, true, true]);
      expect([feature, none.filter((client) => partial.includes(client))]).toEqual([feature, []]);
    }
  });

  it('counts an entry that no mail meets any more as a finding', () => {
    const stale: Baseline = [
      { feature: 'marquee', none: ['gmail.ios'], partial: [], why: 'It was used in a mail of long ago.' },
    ];
    expect(staleEntries(stale, new Set())).toEqual([
      'the baseline allows what no mail meets: gmail.ios: marquee, support none',
    ]);
    expect(staleEntries(stale, new Set(['gmail.ios: marquee, support none']))).toEqual([]);
  });
});

describe('on a Node that is too old for the package', () => {
  it('there is no tool, and the row says so and is not green', async () => {
    expect(await loadCaniemail(20)).toBeNull();
    const row = await compatibilityRow([], '', baseline, null);
    expect([row.status, row.note]).toEqual(['not checked', expect.stringMatching(/needs Node 22 or later/)]);
  });
});

function withThePackage(caniemail: Caniemail): void {
  it('no example meets a gap without a reason', async () => {
    const structures = new Structures();
    for await (const mail of exampleMails()) structures.take(mail);
    const found = [...structures.found.values()].flatMap(({ id, html }) =>
      unknownGaps(caniemail, baseline, html).map((gap) => `${id}: ${gap}`),
    );
    expect(found).toEqual([]);
  });

  it.each(PLANTED_GAPS)('finds %s', (_what, spoil) => {
    const spoilt = spoil(checkIn.html);
    expect(spoilt).not.toBe(checkIn.html);
    expect(unknownGaps(caniemail, baseline, spoilt).length).toBeGreaterThan(0);
  });

  it('fails over a reason that was taken out, and over one for nothing', async () => {
    const structure = { id: 'check-in', kind: 'check-in', html: checkIn.html, length: 1 };
    const gap = [...gapsIn(caniemail, checkIn.html)][0] ?? '';
    const without = baseline.filter(({ feature }) => !gap.includes(`: ${feature}, `));
    const row = await compatibilityRow([structure], checkIn.html, without);
    expect(row.status).toBe('FAILED');
    expect(row.findings).toContainEqual(`check-in: ${gap}`);
    expect(row.findings.some((finding) => finding.startsWith('the baseline allows what no mail meets'))).toBe(
      true,
    );
  });

  it('reports a mail program whose data cannot be read, never silence', () => {
    const broken: Caniemail = {
      caniemail: ({ clients }) => {
        if (clients.includes('gmail.ios')) throw new RangeError('no data');
        return { issues: { errors: new Map(), warnings: new Map() } };
      },
    };
    expect([...gapsIn(broken, '<p>Hello</p>')]).toEqual(['gmail.ios: caniemail cannot tell: no data']);
  });
}

// On Node 20 there is nothing to ask; the row of the gate says so, and CI asks on Node 24.
if (tool !== null) describe('with the package', () => withThePackage(tool));
