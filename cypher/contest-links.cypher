// Marks links that are no longer the only version of their id.
// $ids LIST<STRING>: ids of links
// $importing INTEGER: the import
MATCH ()-[r:OWNS|CONTROLS|OFFICER_OF|ASSOCIATE|SUPERSEDED_LINK]->()
WHERE r.id IN $ids
SET r.contested = true, r.touched = $importing
