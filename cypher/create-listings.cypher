// New listings of parties.
// $rows LIST<MAP>: the party's key, and the properties
UNWIND $rows AS row
MATCH (party:Entity {key: row.entity})
CREATE (party)-[:LISTED_AS]->(n:Listing)
SET n = row.properties
