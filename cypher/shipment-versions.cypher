// Shipments with these ids, in every version, without their content.
// $ids LIST<STRING>: ids of shipments
// $version INTEGER: the last import that counts
UNWIND $ids AS id
MATCH (s:Shipment|SupersededShipment)
WHERE s.id = id AND s.since <= $version AND s.dataset IS NOT NULL
RETURN s.id AS id, s.key AS key, s.dataset AS dataset, s.since AS since, s.content AS content,
  s.retrievedOn AS retrievedOn
