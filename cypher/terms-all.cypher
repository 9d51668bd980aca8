// All terms of shipments, by code.
// $codes INTEGER: how many codes are given out
MATCH (n:Terms)
WHERE n.code < $codes
RETURN properties(n) AS said
ORDER BY n.code
