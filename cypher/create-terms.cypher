// New statements: terms of shipments.
// $rows LIST<MAP>: properties of each, with its code
UNWIND $rows AS row
CREATE (n:Terms)
SET n = row
