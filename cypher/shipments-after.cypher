// Every version of some shipments, by id.
// $afterId STRING: those after this id
// $limit INTEGER: most rows
// $version INTEGER: the last import that is visible
CALL () {
  MATCH (s:Shipment)
  WHERE s.id > $afterId AND s.since IS NOT NULL AND s.dataset IS NOT NULL
  RETURN s ORDER BY s.id LIMIT $limit
  UNION ALL
  MATCH (s:SupersededShipment)
  WHERE s.id > $afterId AND s.since IS NOT NULL AND s.dataset IS NOT NULL
  RETURN s ORDER BY s.id LIMIT $limit
}
WITH s ORDER BY s.id LIMIT $limit
RETURN s.id AS id, s.since <= $version AS visible, properties(s) AS version
