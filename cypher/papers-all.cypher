// All what papers say of goods, by code.
// $codes INTEGER: how many codes are given out
MATCH (n:Paper)
WHERE n.code < $codes
RETURN properties(n) AS said
ORDER BY n.code
