// Ids of shipments by key, in no order; an id with several versions comes several times.
// $keys LIST<INTEGER>: keys of shipments
UNWIND $keys AS key
MATCH (s:Shipment|SupersededShipment)
WHERE s.key = key
RETURN collect(s.key) AS keys, collect(s.id) AS ids
