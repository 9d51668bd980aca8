// Marks shipments that are no longer the only version of their id.
// $keys LIST<INTEGER>: keys of shipments
// $importing INTEGER: the import
UNWIND $keys AS key
MATCH (s:Shipment|SupersededShipment)
WHERE s.key = key
SET s.contested = true, s.touched = $importing
REMOVE s.packed
