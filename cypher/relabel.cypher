// Gives nodes the label that says whether they are shown, and takes the mark off.
// $rows LIST<MAP>: element, and the labels from and to
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row.element
REMOVE n:$(row.from)
SET n:$(row.to)
REMOVE n.touched
