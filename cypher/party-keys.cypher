// Keys of parties by id, with the first day on which a record named them; those of the import under way too.
// $ids LIST<STRING>: ids of parties
// $version INTEGER: the last import that counts
UNWIND $ids AS id
MATCH (party:Entity {id: id})
WHERE party.since <= $version
RETURN party.id AS id, party.key AS key, party.namedFrom AS namedFrom
