// New parties, described or not.
// $rows LIST<MAP>: their properties
UNWIND $rows AS row
CREATE (party:Entity)
SET party = row
