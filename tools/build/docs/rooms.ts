/**
 * The drawing of the house in docs/architecture.md, made from the real imports: which room stands on which.
 * Rooms are the folders of the top level, and those of `program/`. An arrow that follows from two others is
 * left out, so that the sheet stays calm.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT, SOURCE_FOLDERS, type SourceFile, textFiles } from '../../quality/guards/tree.ts';
import { writeWhole } from '../stamp.ts';

/**
 * One room and those its files import. Files are not counted: the drawing changes when an arrow does, and
 * only then.
 */
export interface Room {
  readonly name: string;
  readonly imports: readonly string[];
}

const BEGIN = '<!-- rooms: begin -->';
const END = '<!-- rooms: end -->';

/** Relative imports of one file, as paths from the root. Types count: a reader follows them too. */
export const importsOf = ({ name, text }: SourceFile): readonly string[] =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.posix.join(path.posix.dirname(name), specifier));

/**
 * Puts files into rooms by `roomOf` (null = not on this sheet) and collects what they import of each other.
 * By name.
 */
export function roomsOf(
  files: readonly SourceFile[],
  roomOf: (name: string) => string | null,
): readonly Room[] {
  const rooms = new Map<string, Set<string>>();
  for (const file of files) {
    const name = roomOf(file.name);
    if (name === null) continue;
    const imports = rooms.get(name) ?? new Set<string>();
    rooms.set(name, imports);
    for (const target of importsOf(file)) {
      const other = roomOf(target);
      if (other !== null && other !== name) imports.add(other);
    }
  }
  return [...rooms]
    .map(([name, imports]) => ({ name, imports: [...imports].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Arrow = readonly [from: string, to: string];

/** Can `to` be reached from `from` along these arrows? */
function leads(along: readonly Arrow[], from: string, to: string): boolean {
  const seen = new Set([from]);
  const next = [from];
  for (let at = next.pop(); at !== undefined; at = next.pop())
    for (const [a, b] of along) {
      if (a !== at || seen.has(b)) continue;
      if (b === to) return true;
      seen.add(b);
      next.push(b);
    }
  return false;
}

/** Arrows that do not follow from others: each is left out while its end can be reached without it. */
export function arrows(rooms: readonly Room[]): readonly Arrow[] {
  let left: readonly Arrow[] = rooms.flatMap(({ name, imports }) => imports.map((to) => [name, to] as const));
  for (const arrow of left) {
    const others = left.filter((other) => other !== arrow);
    if (leads(others, ...arrow)) left = others;
  }
  return left;
}

const node = (name: string): string => name.replace(/[^a-z]/gi, '_');

/** One sheet as Mermaid, top-down. */
export const drawn = (rooms: readonly Room[]): string =>
  [
    '```mermaid',
    'flowchart TD',
    ...rooms.map(({ name }) => `  ${node(name)}["${name}"]`),
    ...arrows(rooms).map(([from, to]) => `  ${node(from)} --> ${node(to)}`),
    '```',
  ].join('\n');

/** Rooms of the house; tests are not drawn. */
export const TOP: readonly string[] = SOURCE_FOLDERS.filter((folder) => folder !== 'test');
/** The room of the top level that a file stands in; tests and what the build writes are not drawn. */
export const houseRoom = (name: string): string | null => {
  const top = name.split('/')[0] as string;
  return TOP.includes(top) && name.endsWith('.ts') && !name.startsWith('emails/compiled/') ? top : null;
};
/** The room of `program/`: its folder, or the file itself where it lies in none. */
export const programRoom = (name: string): string | null => {
  const [top, room, ...rest] = name.split('/');
  if (top !== 'program' || room === undefined || !name.endsWith('.ts')) return null;
  return rest.length === 0 ? room : `${room}/`;
};

/** Draws both sheets anew into docs/architecture.md and returns its name. */
export function buildArchitecture(): readonly string[] {
  const file = 'docs/architecture.md';
  const full = path.join(ROOT, file);
  const text = readFileSync(full, 'utf8');
  const drawn = withRooms(text, textFiles(ROOT));
  if (drawn !== text) writeWhole(full, drawn);
  return [file];
}

/** docs/architecture.md with both sheets between their marks; a document without them is refused. */
export function withRooms(text: string, files: readonly SourceFile[]): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/architecture.md has lost its marks ${BEGIN} and ${END}`);
  const sheets = `${drawn(roomsOf(files, houseRoom))}\n\nInside \`program/\`:\n\n${drawn(roomsOf(files, programRoom))}`;
  return `${text.slice(0, from)}${BEGIN}\n\n${sheets}\n\n${text.slice(to)}`;
}
