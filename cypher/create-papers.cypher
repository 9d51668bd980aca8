// New statements: what papers say of goods.
// $rows LIST<MAP>: properties of each, with its code
UNWIND $rows AS row
CREATE (n:Paper)
SET n = row
