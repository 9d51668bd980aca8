// Gives the right to change the store back.
// $owner STRING: token of the holder
MATCH (store:DetourStore {name: 'detour'})
WHERE store.owner = $owner
REMOVE store.owner, store.ownerHost, store.ownerPid, store.ownerStartedAt, store.renewedAt
