// Every version of every authorization.
// $version INTEGER: the last import that is visible
MATCH (party:Entity)-[:AUTHORIZED_BY]->(n:Authorization|SupersededAuthorization)
WHERE n.since <= $version
RETURN properties(n) AS version, party.id AS entity
