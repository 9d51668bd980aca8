import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BorrowedNeo4j, describeWithNeo4j, startNeo4j } from './neo4j.js';

describeWithNeo4j('the Neo4j that tests borrow', () => {
  let server: BorrowedNeo4j;
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(() => server.stop());

  it('is a 5.26 Community server on the loopback address that takes the password it names', async () => {
    expect(server.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
    const { records } = await driver.executeQuery('CALL dbms.components() YIELD versions, edition');
    expect(records[0]?.toObject()).toMatchObject({
      versions: [expect.stringMatching(/^5\.26\./)],
      edition: 'community',
    });
    await driver.close();
  });

  it('refuses any other password', async () => {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, 'another password'));
    await expect(driver.verifyAuthentication()).resolves.toBe(false);
    await driver.close();
  });

  it('is lent to one at a time: the next gets it when the first has given it back', async () => {
    let second: BorrowedNeo4j | undefined;
    const waiting = startNeo4j().then((lent) => {
      second = lent;
    });
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
    await driver.executeQuery('RETURN 1');
    await driver.close();
    expect(second).toBeUndefined();
    await server.stop();
    await waiting;
    server = second as unknown as BorrowedNeo4j;
    expect(server.uri).toMatch(/^bolt:/);
  });
});
