// Makes the one node that holds the store's state, if it is not there.
// $schema INTEGER: version of the graph model that a new store has
MERGE (store:DetourStore {name: 'detour'})
ON CREATE SET store.schema = $schema, store.version = 0, store.parties = 0, store.shipments = 0,
  store.papers = 0, store.terms = 0, store.places = 0
