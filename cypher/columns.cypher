// Shipments whose keys lie in a range, each packed into one list of values.
// $names LIST<STRING>: properties to pack, in this order
// $from INTEGER: first key
// $to INTEGER: first key that no longer counts
// $departsSince INTEGER: can have departed on this day or later
// $departsUntil INTEGER: can have departed on this day or before
// $version INTEGER: the last import that is visible
// $asOf INTEGER: what was learned after this day is hidden
CALL () {
  MATCH (s:Shipment)
  WHERE s.key >= $from AND s.key < $to
  RETURN s
  UNION ALL
  MATCH (s:SupersededShipment)
  WHERE s.key >= $from AND s.key < $to
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
