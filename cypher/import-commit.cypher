// Makes an import visible, all of it at once.
// $owner STRING: token of the holder
// $importing INTEGER: the import
// $parties INTEGER: how many keys of parties are given out now
// $shipments INTEGER: how many keys of shipments are given out now
// $papers INTEGER: how many codes of papers are given out now
// $terms INTEGER: how many codes of terms are given out now
// $places INTEGER: how many codes of places are given out now
// $importedAt FLOAT: when, in milliseconds since 1970
// $source STRING: the files, for people
// $untidy BOOLEAN: whether labels and shown descriptions must follow
MATCH (store:DetourStore {name: 'detour'})
WHERE store.owner = $owner AND store.importing = $importing
SET store.version = $importing, store.parties = $parties, store.shipments = $shipments,
  store.papers = $papers, store.terms = $terms, store.places = $places, store.untidy = $untidy
REMOVE store.importing, store.batch
CREATE (:Import {version: $importing, importedAt: $importedAt, source: $source})
RETURN store.version AS version
