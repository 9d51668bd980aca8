// All versions of links that an import has touched.
// $version INTEGER: the last import that is visible
MATCH ()-[t:OWNS|CONTROLS|OFFICER_OF|ASSOCIATE|SUPERSEDED_LINK]->()
WHERE t.touched <= $version
WITH collect(DISTINCT t.id) AS ids
MATCH ()-[r:OWNS|CONTROLS|OFFICER_OF|ASSOCIATE|SUPERSEDED_LINK]->()
WHERE r.id IN ids AND r.since <= $version
RETURN elementId(r) AS element, r.id AS id, r.dataset AS dataset, r.since AS since, r.retrievedOn AS retrievedOn,
  r.type AS type, type(r) AS relationship
