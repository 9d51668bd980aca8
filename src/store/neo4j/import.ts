/** One import: batches that carry its number, made visible together by one last small transaction. */
import type { FactBatch, ImportMeta, ImportResult } from '../port.js';
import { shipmentAt } from '../records.js';
import { type Database, onlyRow, type Run, type StoreState } from './database.js';
import { takeAuthorizations, takeEntities, takeLinks, takeListings } from './import-records.js';
import { takeShipments } from './import-shipments.js';
import { type CodeKind, type Effect, ImportState, type Take } from './import-state.js';
import { ALWAYS } from './known.js';
import type { Lease } from './lease.js';
import { removeImport, tidy } from './recovery.js';

/** So many rows a transaction: enough to make its fixed cost small, few enough for a small heap. */
const ROWS_A_BATCH = 20_000;

/** Kinds in the order in which the last batches are written: parties first, so that fewer are stubs in between. */
const TAKES = {
  entities: takeEntities,
  links: takeLinks,
  listings: takeListings,
  authorizations: takeAuthorizations,
  shipments: takeShipments,
} as const;
type Kind = keyof typeof TAKES;

/**
 * Takes a whole import, or removes what it wrote. The caller holds the lease, and gives it back.
 *
 * @throws what the facts or the signal throw, and DetourError as `faultOf` says.
 */
export async function importFacts(
  database: Database,
  lease: Lease,
  facts: AsyncIterable<FactBatch>,
  meta: ImportMeta,
): Promise<ImportResult> {
  const begun = await database.write((run) => run<Begun>('import-begin', { owner: lease.owner }));
  const state = new ImportState(lease.check(begun));
  try {
    await takeAll(database, lease, state, facts, meta);
    meta.signal?.throwIfAborted();
    await commit(database, lease, state, meta);
  } catch (error) {
    // What cannot be removed now is removed by whoever takes the lease next.
    if (!(await database.answers())) throw error;
    const stands = await removeImport(database, lease, state.importing).then(
      (removed) => !removed,
      () => false,
    );
    if (!stands) throw error;
  }
  // From here on the import stands; labels that cannot follow now will when the store is opened next.
  if (state.untidy) await tidy(database).catch(() => undefined);
  return state.result();
}

type Begun = { readonly importing: number; readonly parties: number; readonly shipments: number } & Record<
  CodeKind,
  number
>;

async function takeAll(
  database: Database,
  lease: Lease,
  state: ImportState,
  facts: AsyncIterable<FactBatch>,
  meta: ImportMeta,
): Promise<void> {
  const waiting: Record<Kind, unknown[]> = { entities: [], links: [], listings: [], authorizations: [], shipments: [] };
  let written = 0;
  const flush = async (kind: Kind, least: number) => {
    while (waiting[kind].length >= least) {
      meta.signal?.throwIfAborted();
      const rows = waiting[kind].splice(0, ROWS_A_BATCH);
      await writeBatch(database, lease, state, (run) => (TAKES[kind] as Take<unknown>)(run, state, rows));
      written += rows.length;
      meta.onProgress?.(written);
    }
  };
  for await (const batch of facts) {
    meta.signal?.throwIfAborted();
    for (const kind of Object.keys(TAKES) as Kind[]) {
      for (const row of rowsOf(batch, kind)) waiting[kind].push(row);
      await flush(kind, ROWS_A_BATCH);
    }
  }
  for (const kind of Object.keys(TAKES) as Kind[]) await flush(kind, 1);
}

function* rowsOf(batch: FactBatch, kind: Kind): Iterable<unknown> {
  if (kind !== 'shipments') yield* batch[kind] ?? [];
  else if (batch.shipments !== undefined) {
    for (let row = 0; row < batch.shipments.length; row++) yield shipmentAt(batch.shipments, row);
  }
}

async function writeBatch(
  database: Database,
  lease: Lease,
  state: ImportState,
  take: (run: Run) => Promise<readonly Effect[]>,
): Promise<void> {
  const batch = state.batch + 1;
  let effects: readonly Effect[] = [];
  await database.write(async (run) => {
    const opened = lease.check(await run('import-batch', { owner: lease.owner, importing: state.importing, batch }));
    // Tried again although it was written: only the answer was lost, and what to note is known from the first try.
    if (opened.before === batch) return;
    effects = await take(run);
  });
  for (const effect of effects) effect();
  state.batch = batch;
}

async function commit(database: Database, lease: Lease, state: ImportState, meta: ImportMeta): Promise<void> {
  const earlier = [...state.namedEarlier].map(([key, day]) => ({ key, namedFrom: day === ALWAYS ? null : day }));
  const datasets = [...state.datasets].map(([name, { retrievedOn, added }]) => ({
    name,
    importedAt: meta.importedAt,
    retrievedOn: retrievedOn === ALWAYS ? null : retrievedOn,
    ...added,
  }));
  await database.write(async (run) => {
    const now = await onlyRow<StoreState>(run, 'store-state');
    if (now.owner === lease.owner && now.version === state.importing) return;
    for (let from = 0; from < earlier.length; from += ROWS_A_BATCH) {
      await run('name-parties-earlier', { rows: earlier.slice(from, from + ROWS_A_BATCH) });
    }
    await run('note-datasets', { rows: datasets });
    lease.check(
      await run('import-commit', {
        owner: lease.owner,
        importing: state.importing,
        parties: state.nextParty,
        shipments: state.nextShipment,
        ...state.nextCode,
        importedAt: meta.importedAt,
        source: meta.source,
        untidy: state.untidy,
      }),
    );
  });
}
