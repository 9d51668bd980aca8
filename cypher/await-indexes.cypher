// Waits until all indexes can be used.
// $seconds INTEGER: at most so long
CALL db.awaitIndexes($seconds)
