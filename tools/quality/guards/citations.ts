/**
 * Citations resolve: each names a section of a document in docs/, an id of the rules, a decision, a file of
 * the repository, or a section of a public RFC. The guard reads every text file, so that a reader of any
 * comment can open what it leans on.
 */
import { parse } from 'yaml';
import type { SourceFile } from './tree.ts';

export type CitationKind = 'section' | 'rfc' | 'decision' | 'id' | 'work' | 'file';

export interface Citation {
  readonly kind: CitationKind;
  /**
   * What is cited, in one spelling: `docs/contract.md §2.1`, `AD-11`, `decision 0009`, `program/decide.ts`.
   */
  readonly target: string;
  readonly file: string;
  readonly line: number;
}

/** What can be cited, read from the files themselves. */
export interface Citable {
  /** `docs/contract.md §2.1`, of every numbered heading and of every numbered item below one. */
  readonly sections: ReadonlySet<string>;
  /** Documents whose headings are numbered: inside them a bare § is their own. */
  readonly numbered: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
  readonly works: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

export interface CitationReport {
  readonly counts: Readonly<Record<CitationKind, number>>;
  readonly total: number;
  /** One sentence each: where, what, and what is wrong. */
  readonly broken: readonly string[];
}

/** The RFCs this project leans on; any other number is a slip of the finger or a new line here. */
export const RFCS: Readonly<Record<number, string>> = {
  2045: 'MIME, bodies',
  2047: 'MIME, headers',
  2142: 'mailbox names',
  2369: 'list headers',
  2919: 'List-Id',
  3464: 'delivery reports',
  3676: 'format=flowed',
  3463: 'status codes of mail',
  3834: 'automatic mail',
  4180: 'CSV',
  4648: 'base32 and base64',
  5321: 'SMTP',
  5322: 'message format',
  5545: 'iCalendar',
  7505: 'a domain that takes no mail',
  6430: 'a report that a mail is no spam',
  8058: 'one-click unsubscribe',
  8098: 'read receipts',
  9110: 'HTTP',
};

/** Papers that are not in this repository. */
const GONE: readonly (readonly [RegExp, string])[] = [
  [/\bDESIGN(?:\.md)?(?:,? §| \d|\.md)/, 'say docs/architecture.md and its section'],
  [/\bCONTRACT(?:\.md)?(?:,? §| \d|\.md)/, 'say docs/contract.md and its section'],
  [/(?<![\w-])clinical\.md/i, 'say docs/clinical-rules.md and its section'],
  [
    /(?<![\w/-])(?:reliability|email|performance|models|peers|toolchain|aws-emulator)\.md/,
    'cite a section here',
  ],
  [/(?<![\w/-])(?:re)(?:search|views)\/[a-z]/i, 'say what stands in docs/'],
  [/\bissue #?\d+\b/i, 'say what it asked for'],
  [/\bdossier\b/i, 'say docs/clinical-rules.md'],
];

/** Between two words of a comment: spaces, or a line's end with what begins the next. */
const GAP = String.raw`(?:(?:[ \t]|\r?\n[ \t]*(?:\*|//|#|>)?)+)`;
const NUMBER = String.raw`\d+(?:\.\d+)*[a-z]?(?:${GAP}A\d+b?)?`;
const MORE = `(?:${GAP}?(?:,|;|and|or|to|–|·)${GAP}?(?:and${GAP})?§${GAP}?${NUMBER})*`;
const SECTION = new RegExp(
  String.raw`(?<![\w-])((?:docs/)?[a-z-]+\.md)\x60?,?${GAP}(§${NUMBER}${MORE})`,
  'g',
);
const RFC = new RegExp(String.raw`\bRFC${GAP}(\d{3,5})((?:${GAP}§[\d.]*\d)?${MORE})`, 'g');
const DECISION = new RegExp(String.raw`\bdecisions?${GAP}(\d{4})((?:(?:,|${GAP}and)${GAP}\d{4})*)`, 'gi');
const ID =
  /(?<![\w/.-])(S-\d\d|AD-\d\d|MD-\d|TR-[EDWPX]\d|SH-\d\d|NS-\d+|BC-\d|LES-\d\d|EX-\d\d|H-\d\d)[a-z]{0,2}(?![\w-])/g;
const WORK = /(?<![\w./-])([A-Z][A-Za-z]+(?:19|20)\d\d[A-Za-z]*)(?!\w)/g;
const ROOMS =
  'docs|program|views|emails|web|functions|infra|local|simulate|cli|tools|test|curriculum|bench|\\.github|\\.ci';
const EXTENSION = 'd\\.ts|ts|mts|mjs|cjs|md|ya?ml|mjml|json|css|txt|sh';
const FILE = new RegExp(
  String.raw`(?<![\w./<$}-])((?:${ROOMS})/[\w@./-]*[\w]\.(?:${EXTENSION}))(?![\w-])`,
  'g',
);
const BARE = /§ ?\d[\d.]*/g;

/** Written by the build and not committed, or made for a while by a test. */
const MADE = /^(?:emails\/compiled|dist)\//;
/** What tests plant as mistakes. */
const PLANTED = /(?:-(?:77|99)|\.99)$/;
/** Tests that put trees of their own before a guard or a compiler. */
const PLANTS_FILES = /^test\/(?:guards\/|tools\/|emails\/template)/;
/** This guard and its canaries hold what they refuse. */
const SELF = /^(?:tools\/quality\/guards|test\/guards)\/citations(?:\.test)?\.ts$/;

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;
const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(`§\\s*(${NUMBER})`, 'g'))].map((m) =>
    (m[1] as string).replace(/\s*\n[ \t]*(?:\*|\/\/|#|>)?[ \t]*|[ \t]+/g, ' '),
  );
/** `contract.md` beside its siblings, and `docs/contract.md` everywhere, are one document. */
const whole = (name: string): string => (name.startsWith('docs/') ? name : `docs/${name}`);

/**
 * Every section that one document offers: `2.1` of its headings, `7.3` of the third numbered item under
 * heading 7, `12 A4` of a heading "A4".
 */
export function sectionsOf(text: string): readonly string[] {
  const found: string[] = [];
  let under = '';
  let chapter = '';
  for (const line of text.split('\n')) {
    const [, heading] = /^#{1,4} (\d+(?:\.\d+)*)[. ]/.exec(line) ?? [];
    const [, item] = /^#{1,4} (A\d+b?)[. ]/.exec(line) ?? [];
    const [, point] = /^(\d+)\. /.exec(line) ?? [];
    if (heading !== undefined) {
      under = heading;
      chapter = heading.split('.')[0] as string;
      found.push(heading);
    } else if (item !== undefined) found.push(`${chapter} ${item}`);
    else if (point !== undefined && under !== '') found.push(`${under}.${point}`);
  }
  return found;
}

/** Where the ids of each letter are given, by section of docs/clinical-rules.md. */
const GIVEN: readonly (readonly [RegExp, RegExp])[] = [
  [/^## 1\. /, /S-\d\d/g],
  [/^### 5\.6 /, /SH-\d\d/g],
  [/^### 6\.4 /, /TR-[EDWPX]\d/g],
  [/^### 6\.8 /, /NS-\d+/g],
  [/^### 8\.4 /, /BC-\d/g],
  [/^### 9\.4 /, /AD-\d\d/g],
  [/^### 9\.5 /, /MD-\d/g],
  [/^### 9\.9 /, /LES-\d\d/g],
  [/^### 9\.10 /, /EX-\d\d/g],
];

function idsOf(rules: string, hazards: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [heading, id] of GIVEN) {
    const level = heading.source.startsWith('^## ') ? /^## /m : /^###? /m;
    const lines = rules.split('\n');
    const from = lines.findIndex((line) => heading.test(line));
    if (from < 0) continue;
    const length = lines.slice(from + 1).findIndex((line) => level.test(line));
    const part = lines.slice(from, length < 0 ? undefined : from + 1 + length).join('\n');
    for (const [found] of part.matchAll(id)) ids.add(found);
  }
  for (const [, id] of hazards.matchAll(/^\| (H-\d\d) \|/gm)) ids.add(id as string);
  return ids;
}

const worksOf = (register: string): ReadonlySet<string> => {
  const { works = [] } = (parse(register) ?? {}) as { works?: readonly { id: string }[] };
  return new Set(works.map(({ id }) => id));
};

/** Reads what can be cited. `names` are all files of the tree, pictures too. */
export function citable(files: readonly SourceFile[], names: readonly string[]): Citable {
  const textOf = (name: string): string => files.find((file) => file.name === name)?.text ?? '';
  const documents = files.filter(({ name }) => /^docs\/[a-z-]+\.md$/.test(name));
  const sections = documents.flatMap(({ name, text }) => sectionsOf(text).map((n) => `${name} §${n}`));
  return {
    sections: new Set(sections),
    numbered: new Set(sections.map((s) => s.split(' ')[0] as string)),
    ids: idsOf(textOf('docs/clinical-rules.md'), textOf('docs/hazard-log.md')),
    decisions: new Set(names.flatMap((name) => /^docs\/decisions\/(\d{4})-/.exec(name)?.[1] ?? [])),
    works: worksOf(textOf('curriculum/sources.yaml')),
    files: new Set(names),
  };
}

/** Every citation of one file, resolved or not. */
export function citationsOf({ name: file, text }: SourceFile): readonly Citation[] {
  const found: Citation[] = [];
  const add = (kind: CitationKind, target: string, index: number): void => {
    found.push({ kind, target, file, line: lineOf(text, index) });
  };
  for (const m of text.matchAll(SECTION))
    for (const n of numbersIn(m[2] as string)) add('section', `${whole(m[1] as string)} §${n}`, m.index);
  for (const m of text.matchAll(RFC)) add('rfc', `RFC ${m[1]}`, m.index);
  for (const m of text.matchAll(DECISION))
    for (const [number] of `${m[1]}${m[2]}`.matchAll(/\d{4}/g))
      add('decision', `decision ${number}`, m.index);
  for (const m of text.matchAll(ID)) add('id', m[1] as string, m.index);
  for (const m of text.matchAll(FILE)) add('file', m[1] as string, m.index);
  if (file === 'docs/clinical-rules.md')
    for (const m of text.matchAll(WORK)) add('work', m[1] as string, m.index);
  return found;
}

function resolves({ kind, target, file }: Citation, world: Citable): boolean {
  switch (kind) {
    case 'section':
      return world.sections.has(target) || planted(file, target);
    case 'rfc':
      return RFCS[Number(target.slice(4))] !== undefined;
    case 'decision':
      return world.decisions.has(target.slice(9));
    case 'id':
      return world.ids.has(target) || planted(file, target);
    case 'work':
      return world.works.has(target);
    case 'file':
      return world.files.has(target) || MADE.test(target) || PLANTS_FILES.test(file);
  }
}
const planted = (file: string, target: string): boolean => file.startsWith('test/') && PLANTED.test(target);

/** What one file says of papers that are gone, and every § without a document. */
function refused(file: SourceFile, world: Citable): readonly string[] {
  const { name, text } = file;
  const found: string[] = [];
  for (const [pattern, instead] of GONE)
    for (const m of text.matchAll(new RegExp(pattern, `g${pattern.flags}`)))
      found.push(`${name}:${lineOf(text, m.index)} "${m[0]}" is not in this repository: ${instead}`);
  const rest = text.replace(SECTION, blank).replace(RFC, blank);
  for (const m of rest.matchAll(BARE)) {
    const target = `${name} ${m[0].replace('§ ', '§').replace(/\.$/, '')}`;
    const own = world.numbered.has(name) && world.sections.has(target);
    if (!own) found.push(`${name}:${lineOf(text, m.index)} ${m[0]}: name the document before the section`);
  }
  return found;
}
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/**
 * Reads every file; what does not resolve is told with its place. Texts that are data of a test, such as
 * received mails, are left out by `skip`.
 */
export function checkCitations(
  files: readonly SourceFile[],
  names: readonly string[],
  skip: RegExp = /^$/,
): CitationReport {
  const world = citable(files, names);
  const read = files.filter(({ name }) => !SELF.test(name) && !skip.test(name));
  const all = read.flatMap(citationsOf);
  const counts: Record<CitationKind, number> = { section: 0, rfc: 0, decision: 0, id: 0, work: 0, file: 0 };
  for (const { kind } of all) counts[kind] += 1;
  const broken = all
    .filter((citation) => !resolves(citation, world))
    .map(({ kind, target, file, line }) => `${file}:${line} ${target}: there is no such ${kind}`);
  return { counts, total: all.length, broken: [...broken, ...read.flatMap((file) => refused(file, world))] };
}

/** Not ours to cite from: received mails, the lock file, drawings. */
export const NOT_READ = /(?:^|\/)(?:package-lock\.json|LICENSE)$|^docs\/moves\.md$|\.svg$|\.golden\.html$/;
