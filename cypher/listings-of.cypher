// Every version of the listings of these parties, and of listings that share an id with one of them.
// $ids LIST<STRING>: ids of parties
// $version INTEGER: the last import that is visible
UNWIND $ids AS id
MATCH (:Entity {id: id})-[:LISTED_AS]->(own:Listing|SupersededListing)
WHERE own.since <= $version
WITH DISTINCT own.id AS listing
MATCH (party:Entity)-[:LISTED_AS]->(n:Listing|SupersededListing)
WHERE n.id = listing AND n.since <= $version AND n.dataset IS NOT NULL
RETURN properties(n) AS version, party.id AS entity
