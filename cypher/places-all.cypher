// All places of departure and arrival, by code.
// $codes INTEGER: how many codes are given out
MATCH (n:Places)
WHERE n.code < $codes
RETURN properties(n) AS said
ORDER BY n.code
