// Every version of what is said of some parties, by id.
// $afterId STRING: those after this id
// $limit INTEGER: most rows
// $version INTEGER: the last import that is visible
MATCH (d:Description)
WHERE d.id > $afterId AND d.since IS NOT NULL AND d.dataset IS NOT NULL
WITH d ORDER BY d.id LIMIT $limit
RETURN d.id AS id, d.since <= $version AS visible, properties(d) AS version
