// Gives links the relationship type that says whether they are shown.
// $rows LIST<MAP>: element, and the relationship type it gets
UNWIND $rows AS row
MATCH (source)-[r]->(target)
WHERE elementId(r) = row.element
CREATE (source)-[changed:$(row.to)]->(target)
SET changed = properties(r)
REMOVE changed.touched
DELETE r
