import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNeo4j } from '../../src/store/neo4j/open.js';
import { loadStatements, type ParameterType, type Statement } from '../../src/store/neo4j/statements.js';
import { type BorrowedNeo4j, describeWithNeo4j, startNeo4j } from '../support/neo4j.js';
import { wipe } from '../support/neo4j-wipe.js';
import { take } from '../support/store-bench.js';
import { authorization, entity, link, listing, shipment } from '../support/store-facts.js';

const statements = [...loadStatements().values()].filter((one) => !one.name.startsWith('schema/'));

/** What reads the whole database. */
const EVERYTHING = /^(AllNodesScan|PartitionedAllNodesScan|(Und|D)irectedAllRelationshipsScan)/;
/** What reads all records of a kind. */
const ALL_OF_A_KIND = /^(Partitioned)?(Union)?Node(s)?ByLabel(s)?Scan|^(Und|D)irected(Union)?RelationshipTypes?Scan/;
const READS_ALL_OF_A_KIND: Readonly<Record<string, string>> = {
  'authorizations-all': 'asked for all of them',
  datasets: 'asked for all of them',
  'entities-all-count': 'counts all of them',
  'entities-by-fields': 'no index of what few parties have',
  'entities-by-fields-count': 'no index of what few parties have',
  'links-all': 'asked for all of them',
  'listings-all': 'asked for all of them',
  'remove-authorizations': 'after an import that failed',
  'remove-descriptions': 'after an import that failed',
  'remove-links': 'after an import that failed',
  'remove-listings': 'after an import that failed',
  'remove-statements': 'after an import that failed',
  'shipments-by-fields': 'where no party and no document is asked for',
  'shipments-by-fields-count': 'where no party and no document is asked for',
  'touched-authorizations': 'after an import with other versions',
  'touched-links': 'after an import with other versions',
  'touched-listings': 'after an import with other versions',
};
/** Rows times rows; here each side gives one row. */
const ONE_ROW_TIMES_ONE = new Set(['columns', 'frontier-forwards', 'create-links', 'create-shipments']);
/** Holds all rows back; reads hold theirs only where they group them. */
const MAY_HOLD_BACK = /^(create|import|lease|remove|relabel|relink|contest|touch|untouch|note|name|show|store|tidied)/;

/** What an import runs for each batch, from the first into an empty store on: planned before there is anything. */
const IN_EVERY_BATCH = /^create-|^contest-|-versions$|-codes$|^touch-parties$|^party-keys$|^import-|^lease-/;

describeWithNeo4j('the plans that a real server makes', () => {
  let server: BorrowedNeo4j;
  let driver: Driver;
  const empty = new Map<string, readonly string[]>();
  const filled = new Map<string, readonly string[]>();

  beforeAll(async () => {
    server = await startNeo4j();
    driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
    await wipe(server);
    const store = await openNeo4j(server);
    await explainAll(empty);
    const ids = Array.from({ length: 300 }, (_, i) => `p${i}`);
    const facts = (units: number) => ({
      entities: ids.map((id) => entity(id, { name: `${id} ${units}` })),
      links: ids.map((id, i) => link(`l${i}`, id, `p${(i * 7) % 300}`, { type: i % 2 === 0 ? 'owns' : 'controls' })),
      listings: ids.map((id, i) => listing(`x${i}`, id, { citation: `${units}` })),
      authorizations: ids.map((id, i) => authorization(`y${i}`, id, { tpp: units })),
      shipments: Array.from({ length: 2_000 }, (_, i) =>
        shipment(`s${i}`, `p${i % 300}`, `p${(i * 3) % 300}`, 19_000 + (i % 90), { units, document: `d${i >> 1}` }),
      ),
    });
    await take(store, facts(1));
    await take(store, facts(2));
    await store.close();
    await explainAll(filled);
  });
  afterAll(async () => {
    await driver.close();
    await server.stop();
  });

  async function explainAll(plans: Map<string, readonly string[]>): Promise<void> {
    // A plan made for another number of records would be given again.
    await driver.executeQuery('CALL db.clearQueryCaches()');
    for (const one of statements) {
      const parameters = Object.fromEntries([...one.parameters].map(([name, type]) => [name, EXAMPLES[type]]));
      const session = driver.session();
      const result = await session.run(`EXPLAIN ${one.text}`, parameters).catch((error: Error) => {
        throw new Error(`${one.name}: ${error.message}`);
      });
      await session.close();
      plans.set(one.name, result.summary.plan === false ? [] : operators(result.summary.plan));
    }
  }

  it('are there for every statement', () => {
    expect([...filled.keys()]).toEqual(statements.map((one: Statement) => one.name));
    expect(statements.length).toBeGreaterThan(50);
  });

  it.each(statements.map((one) => one.name))('%s finds what it asks for by an index', (name) => {
    const plan = filled.get(name) as readonly string[];
    const early = IN_EVERY_BATCH.test(name) ? (empty.get(name) as readonly string[]) : [];
    const all = [...plan, ...early];
    expect(all.filter((operator) => EVERYTHING.test(operator))).toEqual([]);
    const scans = all.filter((operator) => ALL_OF_A_KIND.test(operator));
    if (name in READS_ALL_OF_A_KIND) expect(scans, 'is excused, and needs no excuse').not.toEqual([]);
    else expect(scans).toEqual([]);
    if (!ONE_ROW_TIMES_ONE.has(name)) expect(all.filter((operator) => operator.startsWith('Cartesian'))).toEqual([]);
    if (!MAY_HOLD_BACK.test(name)) expect(all.filter((operator) => /^Eager(@|$)/.test(operator))).toEqual([]);
  });
});

const EXAMPLES: Readonly<Record<ParameterType, unknown>> = {
  INTEGER: neo4j.int(1),
  FLOAT: 1,
  STRING: 'a',
  BOOLEAN: true,
  'LIST<INTEGER>': [neo4j.int(1)],
  'LIST<STRING>': ['a'],
  'LIST<MAP>': [],
};

function operators(plan: Plan): string[] {
  return [plan.operatorType, ...plan.children.flatMap(operators)];
}
