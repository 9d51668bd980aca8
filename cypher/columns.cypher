// Shipments whose keys lie in a range: the packed ones as they are, unfiltered, and of those with several versions the
// shown ones, each as one list of values.
// $names LIST<STRING>: properties of such a list, in this order
// $from INTEGER: first key
// $to INTEGER: first key that no longer counts
// $departsSince INTEGER: can have departed on this day or later
// $departsUntil INTEGER: can have departed on this day or before
// $version INTEGER: the last import that is visible
// $asOf INTEGER: what was learned after this day is hidden
CALL () {
  MATCH (s:Shipment)
  WHERE s.key >= $from AND s.key < $to
  RETURN collect(s.packed) AS packed
}
CALL () {
  CALL () {
    MATCH (s:Shipment)
    WHERE s.contested = true AND s.key >= $from AND s.key < $to
    RETURN s
    UNION ALL
    MATCH (s:SupersededShipment)
    WHERE s.contested = true AND s.key >= $from AND s.key < $to
    RETURN s
  }
  WITH s
  WHERE s.departsLatest >= $departsSince AND s.departs <= $departsUntil
    AND s.since <= $version AND (s.retrievedOn IS NULL OR s.retrievedOn <= $asOf)
    AND (s.contested IS NULL OR NOT EXISTS {
      MATCH (other:Shipment|SupersededShipment)
      WHERE other.key = s.key AND other.since <= $version AND (other.retrievedOn IS NULL OR other.retrievedOn <= $asOf)
        AND (other.dataset < s.dataset OR other.dataset = s.dataset AND other.since > s.since)
    })
  RETURN collect([name IN $names | s[name]]) AS rows
}
WITH packed, rows, CASE WHEN size(packed) > size(rows) THEN size(packed) ELSE size(rows) END AS most
// In slices, since the driver takes longer over a value the longer its message is.
UNWIND range(0, most - 1, 250) AS start
RETURN packed[start..start + 250] AS packed, rows[start..start + 250] AS rows
