// Every version of every listing.
// $version INTEGER: the last import that is visible
MATCH (party:Entity)-[:LISTED_AS]->(n:Listing|SupersededListing)
WHERE n.since <= $version
RETURN properties(n) AS version, party.id AS entity
