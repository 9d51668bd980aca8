// Gives touched parties the properties of the description that is shown for them, some at a time.
// $version INTEGER: the last import that is visible
// $limit INTEGER: at most so many at once
MATCH (party:Entity)
WHERE party.touched <= $version
WITH party LIMIT $limit
REMOVE party.touched
WITH collect(party) AS parties
CALL (parties) {
  UNWIND parties AS party
  MATCH (d:Description)-[:DESCRIBES]->(party)
  WHERE d.since <= $version
  WITH party, d ORDER BY d.since DESC
  WITH party, d.dataset AS dataset, head(collect(d)) AS latest
  WITH party, latest ORDER BY latest.trust, dataset
  WITH party, head(collect(latest)) AS shown
  SET party = shown {
    .id, .key, .schema, .name, .aliases, .country, .headquarters, .address,
    .foundedOn, .foundedOnLatest, .foundedOnText, .dissolvedOn, .dissolvedOnLatest, .dissolvedOnText,
    .birthDate, .birthDateLatest, .birthDateText, .nationality, .roles, .sector, .website, .phone,
    .identifierSchemes, .identifierValues, .sitePowerMw, .siteVerifiedOn, .siteVerifiedOnLatest, .siteVerifiedOnText,
    .notes, .dataset, .record, .retrievedOn, since: party.since, namedFrom: party.namedFrom, stub: false
  }
}
RETURN size(parties) AS shown
