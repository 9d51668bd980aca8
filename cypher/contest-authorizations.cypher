// Marks authorizations that are no longer the only version of their id.
// $ids LIST<STRING>: ids of authorizations
// $importing INTEGER: the import
UNWIND $ids AS id
MATCH (n:Authorization|SupersededAuthorization)
WHERE n.id = id AND n.since IS NOT NULL AND n.dataset IS NOT NULL
SET n.contested = true, n.touched = $importing
