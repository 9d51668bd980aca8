/** Shipments on their way in. */
import type { Shipment } from '../../model/shipment.js';
import type { Run } from './database.js';
import { Namings, takeParties } from './import-parties.js';
import { incoming, versionProperties } from './import-records.js';
import type { CodeKind, Effect, ImportState, Take } from './import-state.js';
import { type KnownVersion, planMerge } from './merge.js';
import { pack } from './packed.js';
import type { Properties } from './properties.js';
import { digestOf, paperOf, partiesNamed, placesOf, shipmentContent, termsOf } from './shipments.js';

export const takeShipments: Take<Shipment> = async (run, state, shipments) => {
  const effects: Effect[] = [];
  const contents = shipments.map(shipmentContent);
  const rows = shipments.map((shipment, i) => incoming(shipment, [partiesNamed(shipment), contents[i]]));
  const ids = [...new Set(rows.map((row) => row.id))];
  const known = await run<KeyedVersion>('shipment-versions', { ids, version: state.importing });
  const plan = planMerge(rows, known, state.importing, state.settled.shipments);

  const namings = new Namings();
  const taken = plan.taken.map((index) => shipments[index] as Shipment);
  for (const shipment of taken) for (const id of partiesNamed(shipment)) namings.add(id, shipment);
  const { keyOf } = await takeParties(run, state, namings, effects);
  const party = (id: string | undefined) => (id === undefined ? undefined : keyOf(id));

  const keys = new Map(known.map((version) => [version.id, version.key]));
  let next = state.nextShipment;
  for (const { id } of taken) if (!keys.has(id)) keys.set(id, next++);
  effects.push(() => {
    state.nextShipment = next;
  });
  const papers = await takeCodes(run, state, 'papers', taken.map(paperOf), effects);
  const terms = await takeCodes(run, state, 'terms', taken.map(termsOf), effects);
  const places = await takeCodes(run, state, 'places', taken.map(placesOf), effects);
  const documents = await documentCodes(run, state, taken, keys);
  const products = new Set(taken.flatMap((shipment) => shipment.product ?? []));
  if (products.size > 0) await run('create-products', { ids: [...products], importing: state.importing });

  const created = plan.taken.map((index, i) => {
    const shipment = shipments[index] as Shipment;
    const properties: Record<string, unknown> = Object.assign(
      contents[index] as Properties,
      {
        key: keys.get(shipment.id),
        shipper: party(shipment.shipper),
        consignee: party(shipment.consignee),
        endUser: party(shipment.endUser),
        forwarder: party(shipment.forwarder),
        paper: papers[i],
        terms: terms[i],
        places: places[i],
        documentCode: shipment.document === undefined ? undefined : documents.get(shipment.document),
      },
      versionProperties(shipment, rows, plan, index, state),
    );
    // A shipment with several versions is not packed: which of them is shown depends on the day that is asked for.
    if (!plan.contested.has(shipment.id)) properties.packed = pack(shipment.id, properties);
    return properties;
  });
  if (created.length > 0) await run('create-shipments', { rows: created });
  if (plan.contested.size > 0) {
    await run('contest-shipments', { keys: [...plan.contested].map((id) => keys.get(id)), importing: state.importing });
  }
  effects.push(() => state.note('shipments', rows, plan));
  return effects;
};

type KeyedVersion = KnownVersion & { readonly key: number };

/** The code of each statement, in their order; undefined where nothing is said. New statements get the next codes. */
async function takeCodes(
  run: Run,
  state: ImportState,
  kind: CodeKind,
  statements: readonly (object | undefined)[],
  effects: Effect[],
): Promise<readonly (number | undefined)[]> {
  // The same statement comes again and again: its JSON is compared first, and hashed once a batch.
  const byJson = new Map<string, string>();
  const digests = statements.map((statement) => {
    if (statement === undefined) return undefined;
    const json = JSON.stringify(statement);
    const digest = byJson.get(json) ?? digestOf(json);
    byJson.set(json, digest);
    return digest;
  });
  const codes = new Map<string, number>();
  const asked: string[] = [];
  for (const digest of byJson.values()) {
    const remembered = state.codes[kind].get(digest);
    if (remembered === undefined) asked.push(digest);
    else codes.set(digest, remembered);
  }
  if (asked.length > 0) {
    for (const row of await run(`${kind}-codes`, { digests: asked, version: state.importing })) {
      codes.set(row.digest as string, row.code as number);
    }
  }
  const rows: object[] = [];
  let next = state.nextCode[kind];
  digests.forEach((digest, i) => {
    if (digest === undefined || codes.has(digest)) return;
    codes.set(digest, next);
    rows.push({ ...statements[i], digest, code: next++, since: state.importing });
  });
  if (rows.length > 0) await run(`create-${kind}`, { rows });
  effects.push(() => {
    state.nextCode[kind] = next;
    for (const [digest, code] of codes) state.codes[kind].set(digest, code);
  });
  return digests.map((digest) => (digest === undefined ? undefined : codes.get(digest)));
}

/** The code of each document that these lines belong to: the key of the first line of it that came. */
async function documentCodes(
  run: Run,
  state: ImportState,
  shipments: readonly Shipment[],
  keys: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const codes = new Map<string, number>();
  const documents = [...new Set(shipments.flatMap((shipment) => shipment.document ?? []))];
  if (documents.length === 0) return codes;
  for (const row of await run('document-codes', { documents, version: state.importing })) {
    codes.set(row.document as string, row.code as number);
  }
  for (const { document, id } of shipments) {
    if (document !== undefined && !codes.has(document)) codes.set(document, keys.get(id) as number);
  }
  return codes;
}
