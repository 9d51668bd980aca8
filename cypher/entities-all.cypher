// A page of all parties known on the day, by id, stubs too.
// $version INTEGER: the last import that is visible
// $asOf INTEGER: what was learned after this day is hidden
// $afterId STRING: the page starts after this id
// $limit INTEGER: most rows
MATCH (party:Entity)
WHERE party.id > $afterId AND party.since <= $version AND (party.namedFrom IS NULL OR party.namedFrom <= $asOf)
RETURN party.id AS id
ORDER BY party.id
LIMIT $limit
