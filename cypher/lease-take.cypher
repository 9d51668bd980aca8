// Takes the right to change the store, if nobody holds it, its holder was silent too long, or is known to be gone.
// $owner STRING: token of who asks
// $ownerHost STRING: host of who asks
// $ownerPid INTEGER: process of who asks
// $ownerStartedAt INTEGER: when that process started, in seconds since 1970
// $gone STRING: token of a holder that is known to have ended, or null
// $leaseMs INTEGER: so long a holder may be silent
MATCH (store:DetourStore {name: 'detour'})
// Locks the node before its state is read, so that of two who ask one waits for the other.
SET store.turns = coalesce(store.turns, 0) + 1
WITH store
WHERE store.owner IS NULL OR store.owner = $owner OR store.owner = $gone OR store.renewedAt < timestamp() - $leaseMs
SET store.owner = $owner, store.ownerHost = $ownerHost, store.ownerPid = $ownerPid,
  store.ownerStartedAt = $ownerStartedAt, store.renewedAt = timestamp()
RETURN store.version AS version
