// New authorizations of parties.
// $rows LIST<MAP>: the party's key, and the properties
UNWIND $rows AS row
MATCH (party:Entity {key: row.entity})
CREATE (party)-[:AUTHORIZED_BY]->(n:Authorization)
SET n = row.properties
