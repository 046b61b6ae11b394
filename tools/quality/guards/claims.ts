/**
 * Claims that must not be made (docs/clinical-rules.md §10.1), and words of treatment or diagnosis. A hit
 * names the claim.
 */
interface Claim {
  readonly claim: string;
  readonly pattern: RegExp;
}

export const FORBIDDEN: readonly Claim[] = [
  {
    claim: 'docs/clinical-rules.md §10.1.1 a share of pain that goes away',
    pattern: /\b68\s?(?:%|percent|per cent)/i,
  },
  {
    claim: 'docs/clinical-rules.md §10.1.2 a multiple of injuries avoided',
    pattern: /\b2[.,]4\d?\s*(?:times|×|x|-fold)|twice as (?:few|likely)|\b(?:32\.8|14\.0)\s?(?:%|percent)/i,
  },
  {
    claim: 'docs/clinical-rules.md §10.1.3 treats',
    pattern:
      /\b(?:this|the|our) (?:programme|plan|exercises?|mail|email)s? (?:treats?|cures?|heals?|diagnoses?|fix(?:es)?)\b|\bwe (?:treat|cure|diagnose)\b/i,
  },
  {
    claim: 'docs/clinical-rules.md §10.1.3 replaces a physiotherapist',
    pattern: /\b(?:replaces?|instead of) (?:a |your )?(?:physio|doctor|clinician)/i,
  },
  {
    claim: 'docs/clinical-rules.md §10.1.4 a bigger shoe takes pain away',
    pattern: /(?:size up|bigger shoe|larger shoe)[^.]{0,60}\b(?:fix(?:es)?|cures?|ends?|stops?|removes?) /i,
  },
  {
    claim: 'docs/clinical-rules.md §10.1.5 stretching prevents',
    pattern: /\bstretch(?:es|ing)? (?:alone )?(?:prevents?|protects?|avoids?|keeps? injuries)/i,
  },
  {
    claim: 'docs/clinical-rules.md §10.1.5 ice or pills heal',
    pattern:
      /\b(?:ice|cold|cooling|ibuprofen|naproxen|painkillers?|heat|warmth) (?:will )?(?:speeds?|heals?|repairs?|shortens?|cures?)/i,
  },
  {
    claim: 'docs/clinical-rules.md §10.1.5 drink more, cramp less',
    pattern:
      /\b(?:drink(?:ing)?|hydrat\w+|water)\b[^.]{0,40}\b(?:prevents?|stops?|avoids?|lowers?|fewer|less)\b[^.]{0,20}cramp/i,
  },
  {
    claim: 'docs/clinical-rules.md §10.1.5 ten percent keeps you safe',
    pattern: /\b10 ?(?:%|percent)[^.]{0,60}(?:keeps? you safe|is safe|prevents?|no injur)/i,
  },
  {
    claim: 'docs/clinical-rules.md §10.1.5 one drop is safer',
    pattern: /\b(?:low(?:er)?|high(?:er)?|zero) drop (?:is|shoes are) (?:safer|better|best)/i,
  },
  {
    claim: 'a guarantee',
    pattern:
      /\b(?:guarantee[ds]?|you will be pain[- ]free|risk[- ]free|will prevent|will cure|proven to (?:cure|heal|prevent))\b/i,
  },
  { claim: 'a painkiller dose (docs/clinical-rules.md §6.8)', pattern: /\b\d+\s?mg\b/i },
  {
    claim: 'a diagnosis of the reader',
    pattern:
      /\byou (?:have|probably have|may have) (?:a )?(?:tendinopathy|tendinitis|strain|tear|rupture|clot|thrombosis|DVT|stress fracture|compartment syndrome)/i,
  },
];

export const claimsIn = (text: string): readonly string[] =>
  FORBIDDEN.filter((f) => f.pattern.test(text)).map((f) => f.claim);
