// Names the import that the holder begins: one more than the version that is visible.
// $owner STRING: token of the holder
MATCH (store:DetourStore {name: 'detour'})
WHERE store.owner = $owner
SET store.importing = store.version + 1, store.batch = 0, store.renewedAt = timestamp()
RETURN store.importing AS importing, store.parties AS parties, store.shipments AS shipments,
  store.papers AS papers, store.terms AS terms, store.places AS places
