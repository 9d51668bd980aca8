// What a data set says of parties.
// $rows LIST<MAP>: properties of each, with the party's key
UNWIND $rows AS row
MATCH (party:Entity {key: row.key})
CREATE (d:Description)-[:DESCRIBES]->(party)
SET d = row
