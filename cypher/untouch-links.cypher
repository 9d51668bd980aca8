// Takes the mark off links whose relationship type stays.
// $elements LIST<STRING>: the relationships
UNWIND $elements AS element
MATCH ()-[r]->()
WHERE elementId(r) = element
REMOVE r.touched
