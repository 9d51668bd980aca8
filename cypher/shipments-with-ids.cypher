// Every version of the shipments with these ids.
// $ids LIST<STRING>: ids of shipments
// $version INTEGER: the last import that is visible
UNWIND $ids AS id
MATCH (s:Shipment|SupersededShipment)
WHERE s.id = id AND s.since <= $version AND s.dataset IS NOT NULL
RETURN properties(s) AS version
