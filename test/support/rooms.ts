/** Reads source files and says where the house breaks its own rules. */
import { dirname, join, normalize } from 'node:path';
import { type Node, parseSync, Visitor } from 'oxc-parser';

export interface SourceFile {
  /** From the root of the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What each room of `src/` may import, besides itself: the arrows. `*` is every room. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  graph: [],
  policy: ['model'],
  evidence: ['model'],
  store: ['model'],
  worlds: ['model'],
  intake: ['model', 'store'],
  identity: ['model', 'store'],
  desk: ['model', 'graph', 'policy', 'evidence', 'store', 'intake', 'identity'],
  api: ['desk', 'model'],
  server: ['api', 'model'],
  cli: ['app.ts', 'settings.ts', 'model'],
  page: [],
  'app.ts': ['*'],
  'settings.ts': ['model'],
  'index.ts': ['app.ts', 'settings.ts'],
};

const MOST_LINES = 400;
const MOST_README_LINES = 20;
const EMPTY_NAMES = /^(utils?|helpers?|commons?|services?|types?|misc|shared|lib)$/i;
const GENERATED = /(^|\/)generated[^/]*$/;

/** Where SQL may stand: the store that speaks it, and the reader of Parquet, which is DuckDB. Cypher has its own folder. */
const SQL_PLACES = /^src\/(store\/duckdb\/|intake\/parquet\.ts$)/;
const SQL = [
  /\bSELECT\b[\s\S]*\bFROM\b/,
  /\b(INSERT\s+(OR \w+ )?INTO|DELETE\s+FROM|UPDATE\s+\S+\s+SET)\b/,
  /\b(CREATE|DROP|ALTER)\s+(OR REPLACE\s+)?(TEMP\w*\s+)?(TABLE|VIEW|INDEX|SEQUENCE|SCHEMA)\b/,
  /\bCOPY\b[\s\S]*\b(FROM|TO)\b/,
];
const CYPHER = [
  /\b(OPTIONAL\s+)?MATCH\s+(\w+\s*=\s*)?\(/,
  /\b(MERGE\s*\(|CREATE\s*\(\w*:|UNWIND\s+\$|DETACH\s+DELETE\b)/,
  /\bCALL\s+(db|dbms)\./,
  /\b(CREATE|DROP)\s+((FULLTEXT|RANGE|TEXT|VECTOR)\s+INDEX|CONSTRAINT)\b/,
];

/** Every fault, as `path: what is wrong`, in the order of the files; an empty list is a house in order. */
export function faultsOf(files: readonly SourceFile[]): string[] {
  return [...files.flatMap(faultsOfFile), ...faultsOfRooms(files)];
}

function faultsOfFile(file: SourceFile): string[] {
  const faults: string[] = [];
  const fault = (what: string) => faults.push(`${file.path}: ${what}`);
  for (const name of file.path.split('/').map((part) => part.replace(/\..*$/, ''))) {
    if (EMPTY_NAMES.test(name)) fault(`\`${name}\` says nothing of what is inside; name the noun or the algorithm`);
  }
  if (!/^src\/.*\.tsx?$/.test(file.path) || GENERATED.test(file.path)) return faults;

  const lines = file.text.trimEnd().split('\n').length;
  if (lines > MOST_LINES) fault(`${lines} lines; ${MOST_LINES} is the most a file may have`);

  const { imports, strings, variables } = read(file);
  const room = roomOf(file.path);
  const may = ARROWS[room];
  if (may === undefined) fault(`the room \`${room}\` is not in the table of arrows (test/support/rooms.ts)`);
  for (const specifier of imports) {
    const target = targetOf(file.path, specifier);
    if (target === undefined) {
      if (room === 'page' && specifier.startsWith('node:')) fault(`imports \`${specifier}\`, which a browser has not`);
      continue;
    }
    if (!target.startsWith('src/')) {
      if (target !== 'package.json') fault(`imports \`${specifier}\`, which is outside src/`);
      continue;
    }
    const to = roomOf(target);
    if (may !== undefined && to !== room && !may.includes(to) && !may.includes('*')) {
      fault(`a back arrow: \`${room}\` may not import \`${to}\` (\`${specifier}\`)`);
    }
  }
  for (const name of variables) fault(`\`${name}\` is state of the module; make it a value that is passed in`);
  for (const text of strings) {
    const isOneOf = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(text));
    if (isOneOf(CYPHER)) fault(`Cypher outside cypher/: \`${firstLine(text)}\``);
    else if (isOneOf(SQL) && !SQL_PLACES.test(file.path))
      fault(`SQL outside src/store/duckdb/: \`${firstLine(text)}\``);
  }
  return faults;
}

function faultsOfRooms(files: readonly SourceFile[]): string[] {
  const rooms = new Set(files.filter(({ path }) => /^src\/[^/]+\//.test(path)).map(({ path }) => roomOf(path)));
  return [...rooms].flatMap((room) => {
    const readme = files.find(({ path }) => path === `src/${room}/README.md`);
    if (readme === undefined) return [`src/${room}: no README.md`];
    const lines = readme.text.trimEnd().split('\n').length;
    return lines > MOST_README_LINES ? [`${readme.path}: ${lines} lines; ${MOST_README_LINES} is the most`] : [];
  });
}

/** The folder right under `src/`, or the file's own name where it stands there itself. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? path;
}

/** The path a relative import leads to, with the ending of the source; undefined for a package. */
function targetOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return normalize(join(dirname(from), specifier))
    .replaceAll('\\', '/')
    .replace(/\.jsx?$/, '.ts');
}

/** What a file imports in any way, the strings in it, and its top-level variables that can change. */
function read(file: SourceFile): { imports: string[]; strings: string[]; variables: string[] } {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors[0]) throw new Error(`${file.path} cannot be read: ${errors[0].message}`);
  const imports: string[] = [];
  const strings: string[] = [];
  const add = (source: Node | null) => {
    if (source?.type === 'Literal' && typeof source.value === 'string') imports.push(source.value);
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    // `new URL('./worker.js', import.meta.url)` is how a worker is started.
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'URL' && node.arguments.length === 2) {
        const path = node.arguments[0];
        if (path?.type === 'Literal' && /^\.{1,2}\/.*\.[jt]sx?$/.test(String(path.value))) add(path);
      }
    },
    Literal: (node) => {
      if (typeof node.value === 'string') strings.push(node.value);
    },
    TemplateLiteral: (node) => {
      strings.push(node.quasis.map((part) => part.value.cooked ?? part.value.raw).join(' ? '));
    },
  }).visit(program);
  const variables = program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind === 'const' || declaration.declare) return [];
    return declaration.declarations.map(({ id }) => file.text.slice(id.start, id.end));
  });
  return { imports, strings, variables };
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.slice(0, 60) ?? '';
}
