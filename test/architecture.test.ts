import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARROWS, faultsOf, type SourceFile } from './support/rooms.js';

const ROOT = new URL('..', import.meta.url).pathname;

function filesUnder(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path);
    return /\.(tsx?|mjs|md)$/.test(entry.name) ? [{ path, text: readFileSync(join(ROOT, path), 'utf8') }] : [];
  });
}

describe('the house', () => {
  const files = ['src', 'test', 'tools', 'bench'].flatMap(filesUnder);

  it('has been read: the nouns are among its files', () => {
    expect(files.map(({ path }) => path)).toContain('src/model/day.ts');
  });

  it('keeps its own rules: arrows, names, lengths, queries, READMEs, no state of modules', () => {
    expect(faultsOf(files)).toEqual([]);
  });

  it('has no circle in its table of arrows', () => {
    const settled = new Set<string>();
    const rooms = Object.entries(ARROWS).filter(([, may]) => !may.includes('*'));
    for (let round = 0; round < rooms.length; round++) {
      for (const [room, may] of rooms) {
        if (may.every((to) => settled.has(to) || to.endsWith('.ts'))) settled.add(room);
      }
    }
    expect(rooms.map(([room]) => room).filter((room) => !settled.has(room))).toEqual([]);
  });
});

describe('what the house refuses', () => {
  const inRoom = (path: string, text: string): SourceFile[] => [
    { path, text },
    { path: `${path.split('/').slice(0, 2).join('/')}/README.md`, text: '# a room\n' },
  ];
  const faults = (path: string, text: string) => faultsOf(inRoom(path, text));

  it.each([
    ['an import', `import { judge } from '../policy/judge.js';\nexport const x = judge;\n`],
    ['an import of a type', `import type { Rule } from '../policy/rule.js';\nexport type X = Rule;\n`],
    ['an import for its effects', `import '../policy/judge.js';\n`],
    ['a re-export', `export { judge } from '../policy/judge.js';\n`],
    ['a re-export of everything', `export * from '../policy/judge.js';\n`],
    ['an import at run time', `export const judge = () => import('../policy/judge.js');\n`],
    ['a type named in place', `export type Rule = import('../policy/rule.js').Rule;\n`],
    ['a worker', `export const url = new URL('../policy/worker.js', import.meta.url);\n`],
  ])('a back arrow, drawn by %s', (_, text) => {
    expect(faults('src/graph/search.ts', text)).toEqual([
      expect.stringMatching(/^src\/graph\/search\.ts: a back arrow: `graph` may not import `policy`/),
    ]);
  });

  it('an arrow that is not in the table, from any room of it', () => {
    for (const [room, may] of Object.entries(ARROWS)) {
      if (room.endsWith('.ts') || may.includes('*')) continue;
      const allowed = may.map((to) => `import '../${to.endsWith('.ts') ? to.replace('.ts', '.js') : `${to}/x.js`}';`);
      expect(faults(`src/${room}/x.ts`, allowed.join('\n'))).toEqual([]);
      expect(faults(`src/${room}/x.ts`, `import '../cellar/x.js';`)).toEqual([
        expect.stringContaining(`\`${room}\` may not import \`cellar\``),
      ]);
    }
  });

  it('a room that is not in the table', () => {
    expect(faults('src/cellar/wine.ts', 'export const wine = 1;\n')).toEqual([
      expect.stringContaining('the room `cellar` is not in the table'),
    ]);
  });

  it('a source file outside src/ behind an import', () => {
    expect(faults('src/desk/x.ts', `import '../../test/support/rooms.js';\n`)).toEqual([
      expect.stringContaining('which is outside src/'),
    ]);
    expect(faults('src/app.ts', `import manifest from '../package.json' with { type: 'json' };\n`)).toEqual([]);
  });

  it('Node in the page', () => {
    expect(faults('src/page/x.tsx', `import 'node:fs';\n`)).toEqual([
      expect.stringContaining('which a browser has not'),
    ]);
  });

  it.each(['src/desk/utils.ts', 'src/utils/x.ts', 'src/api/helpers/x.ts', 'test/common.ts', 'src/model/types.ts'])(
    'a name that says nothing: %s',
    (path) => {
      expect(faults(path, 'export {};\n')).toContainEqual(expect.stringContaining('says nothing of what is inside'));
    },
  );

  it('a file of 401 lines, and not one of 400', () => {
    expect(faults('src/desk/x.ts', '// a line\n'.repeat(401))).toEqual([expect.stringContaining('401 lines')]);
    expect(faults('src/desk/x.ts', '// a line\n'.repeat(400))).toEqual([]);
  });

  it.each([
    '`SELECT id FROM entities`',
    '`\n  SELECT id,\n  name\n  FROM t`',
    "'INSERT INTO entities VALUES (1)'",
    "'CREATE TABLE t (id TEXT)'",
    `'SELECT * FROM read_csv(?)'`,
  ])('SQL outside its room: %s', (text) => {
    expect(faults('src/desk/x.ts', `export const q = ${text};\n`)).toEqual([expect.stringContaining('SQL outside')]);
    expect(faults('src/store/duckdb/x.ts', `export const q = ${text};\n`)).toEqual([]);
  });

  it.each([
    "'MATCH (e:Entity) RETURN e'",
    "'MERGE (e:Entity {id: $id})'",
    "'UNWIND $rows AS row RETURN row'",
    "'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE'",
  ])('Cypher in a source file, be it in the room of Neo4j: %s', (text) => {
    expect(faults('src/store/neo4j/x.ts', `export const q = ${text};\n`)).toEqual([
      expect.stringContaining('Cypher outside cypher/'),
    ]);
  });

  it('no plain sentence for a query', () => {
    const text =
      "export const s = 'Select a party from the list, create a case, match (or merge) by hand';\n// MATCH (n)\n";
    expect(faults('src/desk/x.ts', text)).toEqual([]);
  });

  it('state of a module, and nothing that is constant', () => {
    expect(faults('src/desk/x.ts', 'let cached = 1;\nexport const f = () => cached;\n')).toEqual([
      expect.stringContaining('`cached` is state of the module'),
    ]);
    expect(faults('src/desk/x.ts', 'export function f() { let n = 0; n++; return n; }\n')).toEqual([]);
  });

  it('a room without a README, or with one that is longer than twenty lines', () => {
    expect(faultsOf([{ path: 'src/desk/x.ts', text: '' }])).toEqual(['src/desk: no README.md']);
    const long = { path: 'src/desk/README.md', text: 'a line\n'.repeat(21) };
    expect(faultsOf([{ path: 'src/desk/x.ts', text: '' }, long])).toEqual([expect.stringContaining('21 lines; 20')]);
  });
});
