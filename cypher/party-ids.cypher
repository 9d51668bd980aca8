// Ids of parties by key, in no order.
// $keys LIST<INTEGER>: keys of parties
UNWIND $keys AS key
MATCH (party:Entity {key: key})
RETURN collect(party.key) AS keys, collect(party.id) AS ids
