// Descriptions of parties whose keys lie in a range, each packed into one list of values.
// $names LIST<STRING>: properties to pack, in this order
// $from INTEGER: first key
// $to INTEGER: first key that no longer counts
// $version INTEGER: the last import that is visible
// $asOf INTEGER: what was learned after this day is hidden
MATCH (d:Description)
WHERE d.key >= $from AND d.key < $to
  AND d.since <= $version AND (d.retrievedOn IS NULL OR d.retrievedOn <= $asOf)
  AND (d.contested IS NULL OR elementId(d) = COLLECT {
    MATCH (other:Description)
    USING INDEX other:Description(key)
    WHERE other.key = d.key AND other.since <= $version AND (other.retrievedOn IS NULL OR other.retrievedOn <= $asOf)
    WITH other ORDER BY other.since DESC
    WITH other.dataset AS dataset, head(collect(other)) AS latest
    RETURN elementId(latest) ORDER BY latest.trust, dataset LIMIT 1
  }[0])
RETURN collect([name IN $names | d[name]]) AS rows
