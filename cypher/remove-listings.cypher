// Removes listings that an import left behind that was not finished, some at a time.
// $importing INTEGER: the import
// $limit INTEGER: at most so many at once
MATCH (n:Listing|SupersededListing)
WHERE n.since = $importing
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS removed
