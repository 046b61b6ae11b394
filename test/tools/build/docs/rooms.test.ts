/** The drawing of the house is made of the imports: every arrow is one, and none that matters is missing. */
import { describe, expect, it } from 'vitest';
import {
  arrows,
  drawn,
  houseRoom,
  importsOf,
  programRoom,
  roomsOf,
  withRooms,
} from '../../../../tools/build/docs/rooms.ts';
import { ROOT, type SourceFile, textFiles } from '../../../../tools/quality/guards/tree.ts';

const file = (name: string, ...imports: readonly string[]): SourceFile => ({
  name,
  text: imports.map((from) => `import { x } from '${from}';\n`).join(''),
});
/** web stands on views, views on program; web sees program as well. */
const TREE: readonly SourceFile[] = [
  file('program/decide.ts', './plan/plan.ts', 'zod'),
  file('program/plan/plan.ts'),
  file('views/view.ts', '../program/decide.ts'),
  file('web/page.ts', '../views/view.ts', '../program/plan/plan.ts'),
  file('test/page.test.ts', '../web/page.ts'),
  file('web/notes.md', '../program/plan/plan.ts'),
];

describe('rooms', () => {
  it('are the folders of the top level, with what their files import', () => {
    expect(roomsOf(TREE, houseRoom)).toEqual([
      { name: 'program', imports: [] },
      { name: 'views', imports: ['program'] },
      { name: 'web', imports: ['program', 'views'] },
    ]);
  });

  it('are the folders and loose files of the programme', () => {
    expect(roomsOf(TREE, programRoom)).toEqual([
      { name: 'decide.ts', imports: ['plan/'] },
      { name: 'plan/', imports: [] },
    ]);
  });

  it('count an import of a type and one that is awaited', () => {
    const text = "import type { X } from '../views/x.ts';\nconst y = await import('../program/y.ts');\n";
    expect(importsOf({ name: 'web/a.ts', text })).toEqual(['views/x.ts', 'program/y.ts']);
  });
});

describe('arrows', () => {
  it('leave out what follows from others', () => {
    expect(arrows(roomsOf(TREE, houseRoom))).toEqual([
      ['views', 'program'],
      ['web', 'views'],
    ]);
  });

  it('keep both directions where two rooms need each other', () => {
    const circle = roomsOf([file('views/a.ts', '../web/b.ts'), file('web/b.ts', '../views/a.ts')], houseRoom);
    expect(arrows(circle)).toEqual([
      ['views', 'web'],
      ['web', 'views'],
    ]);
  });

  it('reach everything that the imports of this house reach', () => {
    for (const roomOf of [houseRoom, programRoom]) {
      const rooms = roomsOf(textFiles(ROOT), roomOf);
      const left = arrows(rooms);
      const reach = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
        for (const [a, b] of left)
          if (a === from && !seen.has(b)) {
            seen.add(b);
            reach(b, seen);
          }
        return seen;
      };
      for (const { name, imports } of rooms)
        for (const other of imports) expect(reach(name).has(other), `${name} → ${other}`).toBe(true);
      expect(rooms.length).toBeGreaterThan(8);
    }
  });
});

describe('the document', () => {
  const marked = 'before\n<!-- rooms: begin -->\nold\n<!-- rooms: end -->\nafter\n';
  it('holds both sheets between its marks, and drawing twice changes nothing', () => {
    const once = withRooms(marked, TREE);
    expect(once).toContain('web --> views');
    expect(once).not.toContain('old');
    expect(once.startsWith('before\n') && once.endsWith('<!-- rooms: end -->\nafter\n')).toBe(true);
    expect(withRooms(once, TREE)).toBe(once);
  });
  it('is refused without its marks', () => {
    expect(() => withRooms('nothing', TREE)).toThrow('docs/architecture.md has lost its marks');
  });
  it('is Mermaid with a name for every room', () => {
    expect(drawn(roomsOf(TREE, programRoom))).toContain('plan_["plan/"]');
  });
});
