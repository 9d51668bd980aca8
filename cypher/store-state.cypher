// The state of the store: its version, how many keys and codes are given out, and who is importing.
MATCH (store:DetourStore {name: 'detour'})
RETURN store.schema AS schema, store.version AS version, store.parties AS parties, store.shipments AS shipments,
  store.papers AS papers, store.terms AS terms, store.places AS places,
  store.owner AS owner, store.ownerHost AS ownerHost, store.ownerPid AS ownerPid,
  store.ownerStartedAt AS ownerStartedAt,
  store.importing AS importing, store.untidy AS untidy,
  timestamp() - store.renewedAt AS silentMs
