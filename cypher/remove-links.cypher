// Removes links that an import left behind that was not finished, some at a time.
// $importing INTEGER: the import
// $limit INTEGER: at most so many at once
MATCH ()-[r:OWNS|CONTROLS|OFFICER_OF|ASSOCIATE|SUPERSEDED_LINK]->()
WHERE r.since = $importing
WITH r LIMIT $limit
DELETE r
RETURN count(*) AS removed
