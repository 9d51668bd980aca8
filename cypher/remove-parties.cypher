// Removes parties that an import left behind that was not finished, some at a time.
// $importing INTEGER: the import
// $parties INTEGER: how many keys of parties are given out
// $limit INTEGER: at most so many at once
MATCH (n:Entity)
WHERE n.key >= $parties AND n.since = $importing
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS removed
