// A node for each statement of a product.
// $ids LIST<STRING>: products as stated
// $importing INTEGER: the import
UNWIND $ids AS id
MERGE (p:Product {id: id})
ON CREATE SET p.since = $importing
