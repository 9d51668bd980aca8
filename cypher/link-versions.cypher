// Links with these ids, in every version, without their content.
// $ids LIST<STRING>: ids of links
// $version INTEGER: the last import that counts
MATCH ()-[r:OWNS|CONTROLS|OFFICER_OF|ASSOCIATE|SUPERSEDED_LINK]->()
WHERE r.id IN $ids AND r.since <= $version
RETURN r.id AS id, r.dataset AS dataset, r.since AS since, r.content AS content, r.retrievedOn AS retrievedOn
