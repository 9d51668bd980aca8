// Marks descriptions that are no longer the only one of their party.
// $keys LIST<INTEGER>: keys of parties
UNWIND $keys AS key
MATCH (d:Description {key: key})
SET d.contested = true
