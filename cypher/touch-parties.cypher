// Marks parties whose shown description may change with the import.
// $keys LIST<INTEGER>: keys of parties
// $importing INTEGER: the import
UNWIND $keys AS key
MATCH (party:Entity {key: key})
SET party.touched = $importing
