// New statements: places of departure and arrival.
// $rows LIST<MAP>: properties of each, with its code
UNWIND $rows AS row
CREATE (n:Places)
SET n = row
