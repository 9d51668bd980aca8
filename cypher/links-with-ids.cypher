// Every version of the links with these ids.
// $ids LIST<STRING>: ids of links
// $version INTEGER: the last import that is visible
MATCH (source:Entity)-[r:OWNS|CONTROLS|OFFICER_OF|ASSOCIATE|SUPERSEDED_LINK]->(target:Entity)
WHERE r.id IN $ids AND r.since <= $version
RETURN properties(r) AS version, source.id AS source, target.id AS target
