// Codes of terms of shipments, by digest; those of the import under way too.
// $digests LIST<STRING>: digests of the statements
// $version INTEGER: the last import that counts
UNWIND $digests AS digest
MATCH (n:Terms {digest: digest})
WHERE n.since <= $version
RETURN n.digest AS digest, n.code AS code
