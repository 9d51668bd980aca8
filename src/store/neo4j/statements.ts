/** The Cypher of this store: one statement a file, its parameters declared in its first lines. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { INTEGER_PROPERTIES } from './properties.js';

/** What a parameter can be; null is taken for each. */
export type ParameterType = 'INTEGER' | 'FLOAT' | 'STRING' | 'BOOLEAN' | 'LIST<INTEGER>' | 'LIST<STRING>' | 'LIST<MAP>';

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly parameters: ReadonlyMap<string, ParameterType>;
}

export type Parameters = Readonly<Record<string, unknown>>;

const FOLDER = new URL('../../../cypher/', import.meta.url);
const DECLARED = /^\/\/ \$(\w+) ([A-Z<>]+)(?::|$)/;

/** All statements by name, which is the name of the file; those in `schema/` with that in front. */
export function loadStatements(): ReadonlyMap<string, Statement> {
  const statements = new Map<string, Statement>();
  for (const folder of ['', 'schema/']) {
    for (const file of readdirSync(fileURLToPath(new URL(folder, FOLDER))).sort()) {
      if (!file.endsWith('.cypher')) continue;
      const name = folder + file.slice(0, -'.cypher'.length);
      const text = readFileSync(new URL(folder + file, FOLDER), 'utf8');
      statements.set(name, { name, text, parameters: declaredParameters(text) });
    }
  }
  return statements;
}

/**
 * Parameters as the driver takes them: numbers become integers where the statement or the graph model says so
 * (the driver sends any plain number as a float).
 *
 * @throws Error for a parameter that is missing or that the statement does not declare; that is a bug.
 */
export function bind(statement: Statement, parameters: Parameters): Record<string, unknown> {
  const bound: Record<string, unknown> = {};
  for (const [name, type] of statement.parameters) {
    if (!(name in parameters)) throw new Error(`${statement.name}: parameter $${name} is missing`);
    bound[name] = converted(type, parameters[name]);
  }
  for (const name of Object.keys(parameters)) {
    if (!statement.parameters.has(name)) throw new Error(`${statement.name}: parameter $${name} is not declared`);
  }
  return bound;
}

function declaredParameters(text: string): ReadonlyMap<string, ParameterType> {
  const parameters = new Map<string, ParameterType>();
  for (const line of text.split('\n')) {
    const [, name, type] = DECLARED.exec(line) ?? [];
    if (name !== undefined) parameters.set(name, type as ParameterType);
  }
  return parameters;
}

function converted(type: ParameterType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'INTEGER') return neo4j.int(value as number);
  if (type === 'LIST<INTEGER>') return Array.from(value as ArrayLike<number>, (one) => neo4j.int(one));
  if (type === 'LIST<MAP>') return (value as readonly Parameters[]).map(rowOf);
  return value;
}

function rowOf(row: Parameters): Record<string, unknown> {
  const bound: Record<string, unknown> = {};
  for (const name of Object.keys(row)) {
    const value = row[name];
    if (value === undefined) continue;
    if (typeof value === 'number') bound[name] = INTEGER_PROPERTIES.has(name) ? neo4j.int(value) : value;
    else if (isMap(value)) bound[name] = rowOf(value);
    else bound[name] = value;
  }
  return bound;
}

function isMap(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
