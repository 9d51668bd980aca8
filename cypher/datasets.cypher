// Data sets by name, with the number of their current records of each kind.
MATCH (d:Dataset)
RETURN d.name AS name, d.retrievedOn AS retrievedOn, d.importedAt AS importedAt, d.entities AS entities,
  d.links AS links, d.shipments AS shipments, d.listings AS listings, d.authorizations AS authorizations
ORDER BY d.name
