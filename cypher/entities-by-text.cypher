// A page of the parties whose names answer a text, by relevance, then id.
// $lucene STRING: the words asked for, as the full-text index takes them
// $starts LIST<STRING>: what a name has where a word begins as one asked for
// $wholeWords LIST<STRING>: what a name has where a word is one asked for
// $wholeName STRING: what a name has that is exactly the words asked for
// $countries LIST<STRING>: any of these countries, or null
// $schemas LIST<STRING>: any of these schemas, or null
// $roles LIST<STRING>: any of these roles, or null
// $dataset STRING: data set of the version shown, or null
// $version INTEGER: the last import that is visible
// $asOf INTEGER: what was learned after this day is hidden
// $afterRelevance INTEGER: the page starts after this relevance
// $afterId STRING: and this id
// $limit INTEGER: most rows
CALL db.index.fulltext.queryNodes('descriptionNames', $lucene) YIELD node AS d
WHERE d.since <= $version AND (d.retrievedOn IS NULL OR d.retrievedOn <= $asOf)
  AND (d.contested IS NULL OR elementId(d) = COLLECT {
    MATCH (other:Description)
    USING INDEX other:Description(key)
    WHERE other.key = d.key AND other.since <= $version AND (other.retrievedOn IS NULL OR other.retrievedOn <= $asOf)
    WITH other ORDER BY other.since DESC
    WITH other.dataset AS dataset, head(collect(other)) AS latest
    RETURN elementId(latest) ORDER BY latest.trust, dataset LIMIT 1
  }[0])
  AND all(start IN $starts WHERE d.searchable CONTAINS start)
  AND ($countries IS NULL OR d.country IN $countries)
  AND ($schemas IS NULL OR d.schema IN $schemas)
  AND ($roles IS NULL OR any(role IN d.roles WHERE role IN $roles))
  AND ($dataset IS NULL OR d.dataset = $dataset)
WITH d, CASE
  WHEN d.searchable CONTAINS $wholeName THEN 0
  WHEN all(word IN $wholeWords WHERE d.searchable CONTAINS word) THEN 1
  ELSE 2
END AS relevance
WHERE relevance > $afterRelevance OR relevance = $afterRelevance AND d.id > $afterId
RETURN relevance, properties(d) AS version
ORDER BY relevance, d.id
LIMIT $limit
