// Every version of every link.
// $version INTEGER: the last import that is visible
MATCH (source:Entity)-[r:OWNS|CONTROLS|OFFICER_OF|ASSOCIATE|SUPERSEDED_LINK]->(target:Entity)
WHERE r.since <= $version
RETURN properties(r) AS version, source.id AS source, target.id AS target
