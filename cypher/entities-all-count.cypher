// How many parties are known on the day, stubs too.
// $version INTEGER: the last import that is visible
// $asOf INTEGER: what was learned after this day is hidden
MATCH (party:Entity)
WHERE party.since <= $version AND (party.namedFrom IS NULL OR party.namedFrom <= $asOf)
RETURN count(*) AS total
