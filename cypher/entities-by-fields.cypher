// A page of the parties with these fields, by id.
// $countries LIST<STRING>: any of these countries, or null
// $schemas LIST<STRING>: any of these schemas, or null
// $roles LIST<STRING>: any of these roles, or null
// $dataset STRING: data set of the version shown, or null
// $version INTEGER: the last import that is visible
// $asOf INTEGER: what was learned after this day is hidden
// $afterId STRING: the page starts after this id
// $limit INTEGER: most rows
MATCH (d:Description)
WHERE d.id > $afterId AND d.since <= $version AND coalesce(d.retrievedOn, $asOf) <= $asOf
  AND (d.contested IS NULL OR elementId(d) = COLLECT {
    MATCH (other:Description)
    USING INDEX other:Description(key)
    WHERE other.key = d.key AND other.since <= $version AND (other.retrievedOn IS NULL OR other.retrievedOn <= $asOf)
    WITH other ORDER BY other.since DESC
    WITH other.dataset AS dataset, head(collect(other)) AS latest
    RETURN elementId(latest) ORDER BY latest.trust, dataset LIMIT 1
  }[0])
  AND ($countries IS NULL OR d.country IN $countries)
  AND ($schemas IS NULL OR d.schema IN $schemas)
  AND ($roles IS NULL OR any(role IN d.roles WHERE role IN $roles))
  AND ($dataset IS NULL OR d.dataset = $dataset)
RETURN properties(d) AS version
ORDER BY d.id
LIMIT $limit
