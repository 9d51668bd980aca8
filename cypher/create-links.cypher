// New links between parties.
// $rows LIST<MAP>: the relationship's type, the keys of source and target, its properties
UNWIND $rows AS row
MATCH (source:Entity {key: row.source})
MATCH (target:Entity {key: row.target})
CREATE (source)-[r:$(row.relationship)]->(target)
SET r = row.properties
