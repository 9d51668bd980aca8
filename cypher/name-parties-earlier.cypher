// Notes that parties were named earlier than was known.
// $rows LIST<MAP>: key and namedFrom of each
UNWIND $rows AS row
MATCH (party:Entity {key: row.key})
SET party.namedFrom = row.namedFrom
