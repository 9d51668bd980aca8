// Says that the holder is still there; no row if it no longer holds the right.
// $owner STRING: token of the holder
MATCH (store:DetourStore {name: 'detour'})
WHERE store.owner = $owner
SET store.renewedAt = timestamp()
RETURN store.version AS version
