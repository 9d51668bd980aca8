// Authorizations with these ids, in every version, without their content.
// $ids LIST<STRING>: ids of authorizations
// $version INTEGER: the last import that counts
UNWIND $ids AS id
MATCH (n:Authorization|SupersededAuthorization)
WHERE n.id = id AND n.since <= $version AND n.dataset IS NOT NULL
RETURN n.id AS id, n.dataset AS dataset, n.since AS since, n.content AS content, n.retrievedOn AS retrievedOn
