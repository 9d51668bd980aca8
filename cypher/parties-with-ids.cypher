// Parties with these ids and every description of them.
// $ids LIST<STRING>: ids of parties
// $version INTEGER: the last import that is visible
UNWIND $ids AS id
MATCH (party:Entity {id: id})
WHERE party.since <= $version
OPTIONAL MATCH (d:Description)-[:DESCRIBES]->(party)
WHERE d.since <= $version
RETURN party.id AS id, party.namedFrom AS namedFrom, collect(properties(d)) AS versions
