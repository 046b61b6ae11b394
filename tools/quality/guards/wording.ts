/**
 * The wording gate: words that would turn education into a medical promise (docs/architecture.md §19.2,
 * docs/clinical-rules.md §10.1). A hit is a sentence; a sentence may be allowed for one rule with a reason,
 * and an allowance nobody needs any more is a finding of its own.
 */
import { claimsIn } from './claims.ts';

export interface WordingRule {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly why: string;
}

export const STEMS: readonly WordingRule[] = [
  { rule: 'diagnosis', pattern: /diagnos/i, why: 'finding out what somebody has is a clinician’s act' },
  {
    rule: 'treatment',
    pattern: /\b(?:mis)?treat/i,
    why: 'one claim of treatment makes software a medical device',
  },
  { rule: 'cure', pattern: /\bcur(?:e[sd]?|ing|able|ative)\b/i, why: 'nothing here cures' },
  { rule: 'heal', pattern: /\bheal(?!th)/i, why: 'we promise no repair of tissue' },
  { rule: 'therapy', pattern: /(?<!physio)(?<!chemo)therap/i, why: 'exercise education, not a therapy' },
  { rule: 'rehabilitation', pattern: /\brehab/i, why: 'the name of a clinical service' },
  { rule: 'prescription', pattern: /prescri/i, why: 'we prescribe nothing' },
  { rule: 'patient', pattern: /\bpatients?\b/i, why: 'people here are runners' },
  {
    rule: 'clinical',
    pattern: /\bclinical(?:ly)?\b|medical[- ]grade/i,
    why: 'no clinical standing is claimed',
  },
  { rule: 'monitoring', pattern: /\bmonitor/i, why: 'nobody watches over a course' },
  { rule: 'relief', pattern: /\balleviat|\breliev|\brelief\b/i, why: 'no effect on pain is promised' },
  { rule: 'prevention', pattern: /\bprevent(?:s|ed|ing|ion)?\b/i, why: 'no injury is promised away' },
  {
    rule: 'detection',
    pattern: /\bdetect|\bscreen(?:s|ing) (?:you|for)\b/i,
    why: 'answers are compared with a list, nothing is detected',
  },
  {
    rule: 'calculation',
    pattern: /\b(?:calculat|comput)(?:e|es|ed|ing|ion)s?\b/i,
    why: 'no risk and no score is calculated for anybody',
  },
  {
    rule: 'risk of the reader',
    pattern: /\byour (?:own )?risk\b|\brisk score\b|\bat (?:high|low) risk of\b/i,
    why: 'no risk is told to a person',
  },
  {
    rule: 'reassurance',
    pattern:
      /\b(?:you do not|you don't|no) need (?:to see |for )?a doctor|\bnothing serious\b|\b(?:it is|it's) (?:just|only) a (?:strain|pull|cramp)\b|\bperfectly safe\b/i,
    why: 'no answer ever reassures',
  },
  {
    rule: 'proof',
    pattern: /\b(?:clinically|scientifically) (?:proven|tested)|\bproven to\b|\bguarantee/i,
    why: 'the evidence is thinner than that',
  },
  {
    rule: 'sensor or picture',
    pattern: /\bsensors?\b|\bwearables?\b|\bupload (?:a|your) (?:photo|video)/i,
    why: 'no measuring device, no picture is read',
  },
];

export interface Allowance {
  readonly rule: string;
  /** Matches the whole sentence, or enough of it that no other says it. */
  readonly sentence: RegExp;
  readonly why: string;
}

export const ALLOWED: readonly Allowance[] = [
  {
    rule: 'diagnosis',
    sentence: /does not (?:examine, )?diagnose(?:, treat or monitor| or treat)/,
    why: 'the disclaimer itself',
  },
  {
    rule: 'treatment',
    sentence: /does not (?:examine, )?diagnose(?:, treat or monitor| or treat)/,
    why: 'the disclaimer itself',
  },
  { rule: 'monitoring', sentence: /does not diagnose, treat or monitor/, why: 'the disclaimer itself' },
  {
    rule: 'diagnosis',
    sentence: /^(?:- )?No diagnosis was made$/,
    why: 'the note to show says what it is not',
  },
  {
    rule: 'diagnosis',
    sentence: /reported by the runner, and no diagnosis was made\.?$/,
    why: 'the page to show says what it is not',
  },
  {
    rule: 'clinical',
    sentence: /^The content of this programme awaits clinical review\.$|^Awaiting clinical review\.$/,
    why: 'says that a review is missing',
  },
  {
    rule: 'clinical',
    sentence: /architecture, contract, clinical rules, glossary/,
    why: 'the name of a document',
  },
  { rule: 'patient', sentence: /patient walk–jog steps/, why: 'the adjective, of steps' },
  {
    rule: 'heal',
    sentence:
      /^Neither makes tissue heal sooner, and some experts doubt that cooling helps healing at all\.$/,
    why: 'denies the effect',
  },
  { rule: 'treatment', sentence: /treat that as a reason for extra care/, why: 'the everyday verb' },
  {
    rule: 'treatment',
    sentence: /^cancer now, or treated within the last 6 months$/i,
    why: 'a question about what somebody else treated',
  },
  { rule: 'treatment', sentence: /hormone treatment with oestrogen/, why: 'a question about a medicine' },
  {
    rule: 'prescription',
    sentence: /ask your prescriber or doctor today about the medicine/,
    why: 'sends to the person who prescribed',
  },
  {
    rule: 'prevention',
    sentence: /^Prevention is possible, and it helps most if your calves tend to act up\.$/,
    why: 'S-39, said without a promise',
  },
  {
    rule: 'prevention',
    sentence: /wants to prevent it starts at level 3|you are here to prevent pain, but something hurts/,
    why: 'the wish of the person, not our promise',
  },
];

export interface Text {
  /** Where it stands, for the finding. */
  readonly where: string;
  readonly text: string;
}

const sentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((s) => s.replace(/\s+/g, ' ').trim())
    .filter((s) => s !== '');

export interface WordingReport {
  /** `where: rule: sentence (why)`, once for each sentence and rule. */
  readonly findings: readonly string[];
  /** Allowances that no sentence used. */
  readonly unused: readonly string[];
  readonly sentences: number;
}

/**
 * Looks through all texts with every rule. A guard that saw nothing must fail: `sentences` says how much was
 * read.
 */
export function checkWording(texts: readonly Text[], allowed: readonly Allowance[] = ALLOWED): WordingReport {
  const findings = new Map<string, string>();
  const used = new Set<Allowance>();
  let count = 0;
  for (const { where, text } of texts) {
    for (const sentence of sentences(text)) {
      count += 1;
      for (const { rule, pattern, why } of STEMS) {
        if (!pattern.test(sentence)) continue;
        const allowance = allowed.find((a) => a.rule === rule && a.sentence.test(sentence));
        if (allowance === undefined)
          findings.set(`${rule} ${sentence}`, `${where}: ${rule}: “${sentence}” (${why})`);
        else used.add(allowance);
      }
      for (const claim of claimsIn(sentence))
        findings.set(`${claim} ${sentence}`, `${where}: ${claim}: “${sentence}”`);
    }
  }
  return {
    findings: [...findings.values()],
    unused: allowed.filter((a) => !used.has(a)).map((a) => `${a.rule}: ${String(a.sentence)}`),
    sentences: count,
  };
}
