/** The rules that statements in `cypher/` keep. */
import type { Statement } from '../../src/store/neo4j/statements.js';

/** Each word with what it means. */
export interface Vocabulary {
  readonly labels: Readonly<Record<string, string>>;
  readonly relationships: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
}

const TYPES = new Set(['INTEGER', 'FLOAT', 'STRING', 'BOOLEAN', 'LIST<INTEGER>', 'LIST<STRING>', 'LIST<MAP>']);
/** `[*]`, `[:X*2..]`, `)+`, `->*(`, `{2,}`: any number of steps. */
const UNBOUNDED =
  /\[[^\]]*\*(?!\s*\d*\s*\.\.\s*\d)[^\]]*\](?=\s*[-<])|[)\->]\s*[+*](?=\s*(\(|$|RETURN|WHERE))|\{\s*\d*\s*,\s*\}/m;

/** What is wrong with a statement, in words; nothing if all is well. */
export function faultsOf(statement: Statement, vocabulary: Vocabulary): string[] {
  const faults: string[] = [];
  const [first = ''] = statement.text.split('\n');
  if (!/^\/\/ [A-Z].*[a-z)]/.test(first)) faults.push('the first line does not say in a sentence what it does');
  const code = bare(statement.text);

  const used = new Set([...code.matchAll(/\$(\w+)/g)].map(([, name]) => name as string));
  for (const name of used) if (!statement.parameters.has(name)) faults.push(`$${name} is used and not declared`);
  for (const [name, type] of statement.parameters) {
    if (!used.has(name)) faults.push(`$${name} is declared and not used`);
    if (!TYPES.has(type)) faults.push(`$${name} has no type that is known: ${type}`);
  }
  const unknown = (kind: string, words: Iterable<string>, known: Readonly<Record<string, string>>) => {
    for (const word of new Set(words)) if (!(word in known)) faults.push(`${kind} ${word} is not in the vocabulary`);
  };
  unknown('label', labelsIn(code), vocabulary.labels);
  unknown('relationship type', relationshipsIn(code), vocabulary.relationships);
  unknown('property', propertiesIn(code), vocabulary.properties);
  if (UNBOUNDED.test(code.replaceAll('count(*)', 'count()'))) faults.push('a pattern has no upper bound');
  return faults;
}

/** The statement without comments and texts. */
function bare(text: string): string {
  return text
    .replace(/\/\/.*$/gm, '')
    .replace(/'[^']*'/g, "''")
    .replace(/`[^`]*`/g, '``');
}

function labelsIn(code: string): string[] {
  const inNodes = [...code.matchAll(/\(\s*\w*\s*:\s*([A-Z]\w*(?:\s*[|&]\s*[A-Z]\w*)*)/g)];
  const inClauses = [...code.matchAll(/\b(?:SET|REMOVE)\s+\w+:([A-Z]\w*)/g)];
  return [...inNodes, ...inClauses].flatMap(([, labels]) => (labels as string).split(/\s*[|&]\s*/));
}

function relationshipsIn(code: string): string[] {
  return [...code.matchAll(/\[\s*\w*\s*:\s*([A-Z]\w*(?:\s*\|\s*[A-Z]\w*)*)/g)].flatMap(([, types]) =>
    (types as string).split(/\s*\|\s*/),
  );
}

/** Properties read or written by name; fields of parameters' rows are none. */
function propertiesIn(code: string): string[] {
  const read = [...code.matchAll(/(?<![.\w])(\w+)\.(\w+)/g)].filter(
    ([, variable]) => variable !== 'row' && variable !== 'db' && variable !== 'dbms',
  );
  const projected = [...code.matchAll(/[{,]\s*\.(\w+)/g)].map(([, name]) => name as string);
  const matched = [...code.matchAll(/\(\s*\w*\s*:[\w|]+\s*\{([^}]*)\}/g)].flatMap(([, map]) =>
    [...(map as string).matchAll(/(\w+)\s*:/g)].map(([, name]) => name as string),
  );
  return [...read.map(([, , name]) => name as string), ...projected, ...matched];
}
