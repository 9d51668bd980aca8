// Keys of shipments by id, in no order.
// $ids LIST<STRING>: ids of shipments
// $version INTEGER: the last import that is visible
UNWIND $ids AS id
MATCH (s:Shipment|SupersededShipment)
WHERE s.id = id AND s.since <= $version AND s.dataset IS NOT NULL
RETURN collect(s.id) AS ids, collect(s.key) AS keys
