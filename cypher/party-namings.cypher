// Keys of parties in a range that were named by the day, described or not.
// $from INTEGER: first key
// $to INTEGER: first key that no longer counts
// $asOf INTEGER: what was learned after this day is hidden
MATCH (party:Entity)
WHERE party.key >= $from AND party.key < $to AND (party.namedFrom IS NULL OR party.namedFrom <= $asOf)
RETURN collect(party.key) AS keys
