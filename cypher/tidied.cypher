// Notes that labels and shown descriptions follow the visible version.
// $version INTEGER: that version
MATCH (store:DetourStore {name: 'detour'})
WHERE store.version = $version
REMOVE store.untidy
