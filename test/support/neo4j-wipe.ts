/** Empties the one database of the server that tests share. */
import neo4j from 'neo4j-driver';

/** Removes all nodes and relationships; constraints and indexes stay. */
export async function wipe(server: {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}): Promise<void> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  const session = driver.session();
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  } finally {
    await session.close();
    await driver.close();
  }
}
