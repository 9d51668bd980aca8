// Removes shipments that an import left behind that was not finished, some at a time.
// $importing INTEGER: the import
// $shipments INTEGER: how many keys of shipments are given out
// $limit INTEGER: at most so many at once
MATCH (n:Shipment|SupersededShipment)
WHERE n.key >= $shipments AND n.since = $importing
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS removed
