/** Shipments by id, and found by who, when, where and what. */
import type { Shipment } from '../../model/shipment.js';
import { pageOf, startOfPage } from '../page.js';
import type { AsOf, Page, PageOf, ShipmentQuery } from '../port.js';
import { onlyRow, type Run, type StoreState } from './database.js';
import { idsByKey, keysOf } from './keys.js';
import { ALWAYS, dayOfAsOf, STILL, shownOf, type Version } from './known.js';
import type { Properties } from './properties.js';
import { shipmentOf } from './shipments.js';

/** The shipments with these ids, in the order asked; undefined where unknown. */
export async function shipmentsWith(
  run: Run,
  state: StoreState,
  ids: readonly string[],
  asOf: AsOf,
): Promise<(Shipment | undefined)[]> {
  const rows = await run('shipments-with-ids', { ids: [...new Set(ids)], version: state.version });
  const shown = shownOf(
    rows.map((row) => row.version as Version & Properties),
    asOf,
  );
  const byId = new Map((await wholeShipments(run, shown)).map((shipment) => [shipment.id, shipment]));
  return ids.map((id) => byId.get(id));
}

/** A page of the shipments that answer the question, by earliest departure, then id. */
export async function findShipments(
  run: Run,
  state: StoreState,
  query: ShipmentQuery,
  page: Page,
  asOf: AsOf,
): Promise<PageOf<Shipment>> {
  const { first, after } = startOfPage(page);
  const named = [query.shipper, query.consignee, ...(query.parties ?? [])].filter((id) => id !== undefined);
  const namedKeys = await keysOf(run, state, 'party', named);
  const keys = new Map(named.map((id, i) => [id, namedKeys[i] as number]));
  // The key -1 of an unknown party is nobody's, so that it finds nothing.
  const keyOf = (id: string | undefined) => (id === undefined ? null : (keys.get(id) ?? -1));
  const asked = {
    start: startOf(query),
    parties: query.parties?.map(keyOf) ?? null,
    shipper: keyOf(query.shipper),
    consignee: keyOf(query.consignee),
    document: query.document ?? null,
    fromCountry: query.fromCountry ?? null,
    toCountry: query.toCountry ?? null,
    product: query.product ?? null,
    hs: query.hs ?? null,
    departsSince: query.since ?? ALWAYS,
    departsUntil: query.until ?? STILL,
    version: state.version,
    asOf: dayOfAsOf(asOf),
  };
  const rows = await run('shipments-by-fields', {
    ...asked,
    afterDay: after?.[0] ?? ALWAYS,
    afterId: after?.[1] ?? '',
    limit: first + 1,
  });
  const { total } = await onlyRow<{ readonly total: number }>(run, 'shipments-by-fields-count', asked);
  const shipments = await wholeShipments(
    run,
    rows.map((row) => row.version as Properties),
  );
  return pageOf(shipments, first, total, (shipment) => [shipment.departs.earliest, shipment.id]);
}

/** Shipments with their parties' ids. */
export async function wholeShipments(run: Run, versions: readonly Properties[]): Promise<Shipment[]> {
  const keys = new Set<number>();
  for (const version of versions) {
    for (const name of ['shipper', 'consignee', 'endUser', 'forwarder']) {
      if (typeof version[name] === 'number') keys.add(version[name]);
    }
  }
  const ids = await idsByKey(run, 'party', [...keys]);
  return versions.map((version) => shipmentOf(version, (key) => ids.get(key) as string));
}

/** Where the search begins: what is likely to leave the fewest shipments. */
function startOf(query: ShipmentQuery): string {
  if (query.document !== undefined) return 'document';
  if (query.shipper !== undefined) return 'shipper';
  if (query.consignee !== undefined) return 'consignee';
  return query.parties !== undefined ? 'parties' : 'all';
}
