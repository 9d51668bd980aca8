import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bind, loadStatements, type Statement } from '../../src/store/neo4j/statements.js';
import { faultsOf, type Vocabulary } from '../support/cypher-lint.js';

const vocabulary = JSON.parse(
  readFileSync(new URL('../../cypher/vocabulary.json', import.meta.url), 'utf8'),
) as Vocabulary;
const statements = [...loadStatements().values()];
const source = readdirSync(new URL('../../src/store/neo4j/', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(`../../src/store/neo4j/${file}`, import.meta.url), 'utf8'))
  .join('\n');

function statement(text: string): Statement {
  const parameters = new Map<string, 'INTEGER'>();
  for (const [, name] of text.matchAll(/^\/\/ \$(\w+) /gm)) parameters.set(name as string, 'INTEGER');
  return { name: 'made-up', text, parameters };
}

describe('every statement', () => {
  it.each(statements.map((one) => [one.name, one] as const))('%s keeps the rules', (_name, one) => {
    expect(faultsOf(one, vocabulary)).toEqual([]);
  });

  it('is run somewhere, and every one that is run is there', () => {
    const quoted = [...source.matchAll(/(?:'([a-z-]+)'|`([a-z-]*\$\{[^}]+\}[a-z-]*)`)/g)].map(
      ([, plain, template]) => new RegExp(`^${plain ?? (template as string).replace(/\$\{[^}]+\}/g, '[a-z]+')}$`),
    );
    const unused = statements
      .map((one) => one.name)
      .filter((name) => !name.startsWith('schema/') && !quoted.some((pattern) => pattern.test(name)));
    expect(unused).toEqual([]);
    const names = new Set(statements.map((one) => one.name));
    const run = [...source.matchAll(/\brun(?:<\w+>)?\('([^']+)'/g)].map(([, name]) => name as string);
    expect(run.length).toBeGreaterThan(30);
    expect(run.filter((name) => !names.has(name))).toEqual([]);
  });

  it('of the schema makes only what is not there', () => {
    const schema = statements.filter((one) => one.name.startsWith('schema/'));
    expect(schema.length).toBeGreaterThan(20);
    for (const one of schema) expect(one.text, one.name).toMatch(/(CONSTRAINT|INDEX) \w+ IF NOT EXISTS/);
    const made = schema.map((one) => /(?:CONSTRAINT|INDEX) (\w+)/.exec(one.text)?.[1]);
    expect(new Set(made).size).toBe(made.length);
  });
});

describe('the rules find', () => {
  const sentence = '// Reads parties.\n';

  it('a parameter that is used and not declared, and one that is declared and not used', () => {
    expect(faultsOf(statement(`${sentence}MATCH (n:Entity {id: $id}) RETURN n.name`), vocabulary)).toEqual([
      '$id is used and not declared',
    ]);
    expect(faultsOf(statement(`${sentence}// $id INTEGER: an id\nMATCH (n:Entity) RETURN n.name`), vocabulary)).toEqual(
      ['$id is declared and not used'],
    );
  });

  it('a label, a relationship type and a property that are not in the vocabulary', () => {
    const text = `${sentence}MATCH (n:Entitiy {nmae: 'x'})-[:SHIPED]->(m:Shipment) SET m:Chip RETURN n.countri`;
    expect(faultsOf(statement(text), vocabulary)).toEqual([
      'label Entitiy is not in the vocabulary',
      'label Chip is not in the vocabulary',
      'relationship type SHIPED is not in the vocabulary',
      'property countri is not in the vocabulary',
      'property nmae is not in the vocabulary',
    ]);
  });

  it.each([
    'MATCH (a:Entity)-[:OWNS*]->(b) RETURN b',
    'MATCH (a:Entity)-[:OWNS*2..]->(b) RETURN b',
    'MATCH (a:Entity)-[:OWNS]->+(b) RETURN b',
    'MATCH (a:Entity)-[:OWNS]->*(b) RETURN b',
    'MATCH ((a:Entity)-[:OWNS]->(b))+ RETURN b',
    'MATCH (a:Entity)-[:OWNS]->{2,}(b) RETURN b',
  ])('an unbounded pattern: %s', (text) => {
    expect(faultsOf(statement(sentence + text), vocabulary)).toEqual(['a pattern has no upper bound']);
  });

  it('no bounded pattern, no count(*) and no comment', () => {
    const text = `${sentence}MATCH (a:Entity)-[:OWNS*1..3]->(b) // any [:X*]\nMATCH (b)-[:OWNS]->{1,2}(c) RETURN count(*)`;
    expect(faultsOf(statement(text), vocabulary)).toEqual([]);
  });

  it('a statement that does not say what it does', () => {
    expect(faultsOf(statement('MATCH (a:Entity) RETURN a'), vocabulary)).toEqual([
      'the first line does not say in a sentence what it does',
    ]);
  });
});

describe('binding', () => {
  const [one] = statements.filter(({ name }) => name === 'party-ids');

  it('refuses a parameter that is missing and one that is not declared', () => {
    expect(() => bind(one as Statement, {})).toThrow('party-ids: parameter $keys is missing');
    expect(() => bind(one as Statement, { keys: [], more: 1 })).toThrow('party-ids: parameter $more is not declared');
  });

  it('sends integers where the statement says so, and by the name of the property in rows', () => {
    expect(JSON.stringify(bind(one as Statement, { keys: Int32Array.of(7) }))).toBe('{"keys":[{"low":7,"high":0}]}');
    const create = statements.find(({ name }) => name === 'create-shipments') as Statement;
    const rows = [{ key: 3, units: 3, departs: -1, via: ['SG'], eccn: undefined }];
    expect(JSON.parse(JSON.stringify(bind(create, { rows })))).toEqual({
      rows: [{ key: { low: 3, high: 0 }, units: 3, departs: { low: -1, high: -1 }, via: ['SG'] }],
    });
  });
});
