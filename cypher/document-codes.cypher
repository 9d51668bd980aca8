// The code that lines of a document share: the least key of its lines.
// $documents LIST<STRING>: documents
// $version INTEGER: the last import that counts
UNWIND $documents AS document
MATCH (s:Shipment|SupersededShipment)
WHERE s.document = document AND s.since <= $version
RETURN document, min(s.documentCode) AS code
