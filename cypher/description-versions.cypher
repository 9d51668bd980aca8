// What is known of parties with these ids, in every version, without their content.
// $ids LIST<STRING>: ids of parties
// $version INTEGER: the last import that counts
UNWIND $ids AS id
MATCH (d:Description)
WHERE d.id = id AND d.since <= $version AND d.dataset IS NOT NULL
RETURN d.id AS id, d.key AS key, d.dataset AS dataset, d.since AS since, d.content AS content,
  d.retrievedOn AS retrievedOn, d.trust AS trust
