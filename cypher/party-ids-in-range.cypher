// Ids of the parties whose keys lie in a range.
// $from INTEGER: first key
// $to INTEGER: first key that no longer counts
MATCH (party:Entity)
WHERE party.key >= $from AND party.key < $to
RETURN collect(party.key) AS keys, collect(party.id) AS ids
