// All versions of shipments that an import has touched, some ids at a time.
// $version INTEGER: the last import that is visible
// $limit INTEGER: at most so many ids at once
MATCH (t:Shipment|SupersededShipment)
WHERE t.touched <= $version
WITH DISTINCT t.id AS id LIMIT $limit
MATCH (n:Shipment|SupersededShipment)
WHERE n.id = id AND n.since <= $version AND n.dataset IS NOT NULL
RETURN elementId(n) AS element, n.id AS id, n.dataset AS dataset, n.since AS since, n.retrievedOn AS retrievedOn,
  head([label IN labels(n) WHERE label IN ['Shipment', 'SupersededShipment']]) AS label
