// Notes that nothing is left of an import that was not finished.
// $owner STRING: token of the holder
MATCH (store:DetourStore {name: 'detour'})
WHERE store.owner = $owner
REMOVE store.importing, store.batch
