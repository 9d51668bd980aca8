// Notes what an import brought to each data set.
// $rows LIST<MAP>: name, retrievedOn and importedAt, and how many records of each kind were added
UNWIND $rows AS row
MERGE (d:Dataset {name: row.name})
SET d.importedAt = row.importedAt,
  d.retrievedOn = CASE
    WHEN d.retrievedOn IS NULL OR d.retrievedOn < row.retrievedOn THEN coalesce(row.retrievedOn, d.retrievedOn)
    ELSE d.retrievedOn
  END,
  d.entities = coalesce(d.entities, 0) + row.entities,
  d.links = coalesce(d.links, 0) + row.links,
  d.shipments = coalesce(d.shipments, 0) + row.shipments,
  d.listings = coalesce(d.listings, 0) + row.listings,
  d.authorizations = coalesce(d.authorizations, 0) + row.authorizations
