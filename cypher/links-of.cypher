// Every version of the links that touch these parties.
// $ids LIST<STRING>: ids of parties
// $version INTEGER: the last import that is visible
UNWIND $ids AS id
MATCH (party:Entity {id: id})-[r:OWNS|CONTROLS|OFFICER_OF|ASSOCIATE|SUPERSEDED_LINK]-()
WHERE r.since <= $version
WITH DISTINCT r
RETURN properties(r) AS version, startNode(r).id AS source, endNode(r).id AS target
