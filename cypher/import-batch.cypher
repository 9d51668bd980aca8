// Opens one batch of an import; the number of the batch before tells whether this one was written already.
// $owner STRING: token of the holder
// $importing INTEGER: the import
// $batch INTEGER: number of this batch, from 1
MATCH (store:DetourStore {name: 'detour'})
SET store.turns = coalesce(store.turns, 0) + 1
WITH store
WHERE store.owner = $owner AND store.importing = $importing
WITH store, store.batch AS before
SET store.batch = $batch, store.renewedAt = timestamp()
RETURN before
