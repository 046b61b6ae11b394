/** Every citation of the tree leads somewhere, and the guard would notice one that does not. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CitationReport,
  checkCitations,
  citationsOf,
  NOT_READ,
  sectionsOf,
} from '../../tools/quality/guards/citations.ts';
import { filesUnder, ROOT, type SourceFile, textFiles } from '../../tools/quality/guards/tree.ts';

describe('citations', () => {
  let report: CitationReport;
  beforeAll(() => {
    report = checkCitations(textFiles(ROOT), filesUnder(ROOT), NOT_READ);
    const { counts, total } = report;
    const kinds = Object.entries(counts).map(([kind, n]) => `${n} ${kind}`);
    process.stdout.write(
      `${total} citations, ${total - report.broken.length} resolved: ${kinds.join(', ')}\n`,
    );
  });

  it('all resolve', () => {
    expect(report.broken).toEqual([]);
  });

  it('are found in every kind: a guard that sees none of a kind would let all pass', () => {
    for (const [kind, n] of Object.entries(report.counts)) expect(n, kind).toBeGreaterThan(10);
  });
});

/** A tree that can be cited from. */
const HOUSE: readonly SourceFile[] = [
  {
    name: 'docs/clinical-rules.md',
    text: [
      '# Rules',
      '## 1. Article',
      '| S-01 | pain |',
      '## 6. Signs',
      '### 6.1 Principles',
      '1. no diagnosis',
      '2. asked weekly',
      '### 6.4 Routes',
      '| TR-D4 | swelling |',
      '## 9. Week',
      '### 9.4 Table',
      '| AD-11 | average 4 |',
      '## 12. Amendments',
      '### A4 Unread words',
    ].join('\n'),
  },
  { name: 'docs/hazard-log.md', text: '| H-01 | a clot |' },
  { name: 'docs/plain.md', text: '# No numbers' },
  { name: 'curriculum/sources.yaml', text: 'works:\n  - { id: Green2022 }\n' },
  { name: 'program/decide.ts', text: '' },
];
const NAMES = [...HOUSE.map(({ name }) => name), 'docs/decisions/0009-every-try-has-a-name.md'];
const broken = (text: string, name = 'program/own.ts'): readonly string[] =>
  checkCitations([...HOUSE, { name, text }], [...NAMES, name]).broken;

describe('the guard', () => {
  it.each([
    ['a section', 'docs/clinical-rules.md §9.5'],
    ['the second of a row of sections', 'docs/clinical-rules.md §9.4, §9.5'],
    ['the third, joined by and', 'docs/clinical-rules.md §6.1, §6.4 and §7'],
    ['a section over a line end of a comment', '/**\n * As in docs/clinical-rules.md\n * §9.7 says.\n */'],
    ['a point of a list', 'docs/clinical-rules.md §6.1.3'],
    ['an amendment', 'docs/clinical-rules.md §12 A5'],
    ['a section of a document without numbers', 'docs/plain.md §1'],
    ['a section of a document that is not there', 'docs/gone.md §1'],
    ['a bare section', 'the floor of §9.4'],
    ['a bare section with a space', 'the floor of § 9.4'],
    ['a decision', 'decision 0019'],
    ['the second of two decisions', 'decisions 0009 and 0019'],
    ['a rule', 'AD-23 holds'],
    ['a rule with a letter', 'AD-23b holds'],
    ['a sign', 'TR-D9'],
    ['an item', 'S-00'],
    ['a hazard', 'H-02'],
    ['a file', 'see program/undecided.ts'],
    ['an RFC with a slip', 'RFC 8085 §4'],
    ['the design', 'DESIGN §9'],
    ['the design without a sign', 'as CONTRACT 3 prints it'],
    ['a paper of another place', 'research/clinical.md §9.4'],
    ['its short name', 'clinical.md §9.4'],
    ['another paper', 'reliability.md §4.8'],
    ['a mail paper', 'email.md 6.3'],
    ['a ticket', 'as issue 4 asks'],
    ['the dossier', 'the rules of the dossier'],
  ])('canary: %s that leads nowhere is reported', (_, text) => {
    expect(broken(`// ${text}`)).not.toEqual([]);
  });

  it('canary: a work that nobody registered is reported in the rules', () => {
    const rules = `${HOUSE[0]?.text}\nSmith1999 found more.`;
    expect(
      checkCitations([{ name: 'docs/clinical-rules.md', text: rules }, ...HOUSE.slice(1)], NAMES).broken,
    ).toEqual(['docs/clinical-rules.md:15 Smith1999: there is no such work']);
  });

  it.each([
    'docs/clinical-rules.md §9.4',
    'docs/clinical-rules.md §6.1.2, §6.4; docs/clinical-rules.md §12 A4',
    '`docs/clinical-rules.md` §9.4',
    'RFC 3834 §2, RFC 5322 §2.1.1 and §3.6.4',
    'decision 0009',
    'AD-11, TR-D4, S-01, H-01',
    'program/decide.ts',
    'emails/compiled/kit.ts',
    'an issue of the day, a design, a contract',
    'EMAIL.md',
  ])('lets %s through', (text) => {
    expect(broken(`// ${text}`)).toEqual([]);
  });

  it('knows the sections of a numbered document inside it, and only there', () => {
    const inside = `${HOUSE[0]?.text}\nsee §6.4`;
    expect(
      checkCitations([{ name: 'docs/clinical-rules.md', text: inside }, ...HOUSE.slice(1)], NAMES).broken,
    ).toEqual([]);
    expect(broken('see §6.4', 'docs/plain-too.md')).not.toEqual([]);
  });

  it('takes what a test plants as a mistake for what it is, in tests alone', () => {
    expect(broken("'AD-99' 'docs/clinical-rules.md §3.99'", 'test/own.test.ts')).toEqual([]);
    expect(broken("'AD-99'")).not.toEqual([]);
  });

  it('says file and line', () => {
    expect(broken('\n\n// AD-23')).toEqual(['program/own.ts:3 AD-23: there is no such id']);
    expect(citationsOf({ name: 'a.ts', text: 'x\n// decision 0009' })[0]).toMatchObject({ line: 2 });
  });

  it('reads headings, points and amendments of a document', () => {
    expect(sectionsOf(HOUSE[0]?.text ?? '')).toEqual([
      '1',
      '6',
      '6.1',
      '6.1.1',
      '6.1.2',
      '6.4',
      '9',
      '9.4',
      '12',
      '12 A4',
    ]);
  });
});
