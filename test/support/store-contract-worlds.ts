/** Random worlds: many small imports that meet each other, compared with a plain model of the port after each. */
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../src/model/entity.js';
import { LINK_TYPES } from '../../src/model/link.js';
import { parseShare } from '../../src/model/share.js';
import type { AsOf, FactBatch, FactKind, Scope, Store } from '../../src/store/port.js';
import { type Bench, take } from './store-bench.js';
import { asRead, bySomeKey, keyOf, shipmentsIn } from './store-contract-bulk.js';
import { authorization, date, entity, type Facts, link, listing, rowsOf, shipment } from './store-facts.js';
import { byBytes, KINDS, StoreModel } from './store-model.js';

const WORLDS = 4;
const IMPORTS = 4;

export function worldPromises(bench: Bench): void {
  describe('random worlds', () => {
    for (let seed = 1; seed <= WORLDS; seed++) {
      it(`are kept as the plain model keeps them (seed ${seed})`, async () => {
        const { store } = await bench.open();
        const model = new StoreModel();
        const draw = new Draw(seed);
        for (let i = 1; i <= IMPORTS; i++) {
          const facts = draw.facts();
          const result = await take(store, facts, { importedAt: i });
          expect(result).toEqual(model.apply([facts], i));
          for (const asOf of [undefined, draw.day(), draw.day()]) await compare(store, model, asOf, draw);
        }
      });
    }

    it('are no empty exercise: records change, meet other data sets, repeat, and stubs are described', async () => {
      const seen = { replaced: 0, unchanged: 0, duplicates: 0, stubs: 0, contested: 0, hidden: 0 };
      for (let seed = 1; seed <= WORLDS; seed++) {
        const model = new StoreModel();
        const draw = new Draw(seed);
        for (let i = 1; i <= IMPORTS; i++) {
          const facts = draw.facts();
          const result = model.apply([facts], i);
          for (const kind of KINDS) {
            seen.replaced += result.replaced[kind];
            seen.unchanged += result.unchanged[kind];
            seen.contested += model.known(kind).length - model.shown(kind).length;
            seen.hidden += model.shown(kind).length - model.shown(kind, 15).length;
          }
          seen.duplicates += result.duplicates.length;
          seen.stubs += result.stubs;
        }
      }
      for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(WORLDS * 3);
    });
  });
}

async function compare(store: Store, model: StoreModel, asOf: AsOf, draw: Draw): Promise<void> {
  expect(await store.links(asOf)).toEqual(model.shown('links', asOf));
  expect(await store.listings(asOf)).toEqual(model.shown('listings', asOf));
  expect(await store.authorizations(asOf)).toEqual(model.shown('authorizations', asOf));
  const parties = [...model.parties()].sort(byBytes);
  expect(await store.entities(parties, asOf)).toEqual(parties.map((id) => model.entity(id, asOf)));
  const ids = [...model.shipmentIds()].sort(byBytes);
  const shipments = new Map(model.shown('shipments', asOf).map((one) => [one.id, one]));
  expect(await store.shipments(ids, asOf)).toEqual(ids.map((id) => shipments.get(id)));
  expect(await store.keyCounts()).toEqual({ parties: parties.length, shipments: ids.length });
  expect(await store.datasets()).toEqual(model.datasets());
  expect(await exported(store, asOf)).toEqual(Object.fromEntries(KINDS.map((kind) => [kind, model.known(kind, asOf)])));

  for (const query of [
    {},
    { text: draw.word() },
    { text: `${draw.word()} ${draw.word()}` },
    { roles: ['trader', 'bank'] },
    { dataset: draw.dataset(), countries: ['MY', 'SG'] },
  ]) {
    const page = await store.findEntities(query, { first: 500 }, asOf);
    expect(page.items).toEqual(model.findEntities(query, asOf));
    expect(page.total).toBe(page.items.length);
  }
  for (const query of [
    {},
    { parties: [draw.party(), draw.party()] },
    { since: draw.day(), toCountry: 'CN' },
    { shipper: draw.party(), until: draw.day() },
    { product: 'h100' },
  ]) {
    const page = await store.findShipments(query, { first: 500 }, asOf);
    expect(page.items).toEqual(model.findShipments(query, asOf));
    expect(page.total).toBe(page.items.length);
  }
  const touched = draw.party();
  expect(await store.linksOf(touched, ['owns'], asOf)).toEqual(
    model
      .shown('links', asOf)
      .filter((one) => one.type === 'owns' && (one.source === touched || one.target === touched)),
  );

  const keys = await keyOf(store);
  const dayScope = { asOf, since: draw.day() } as Scope;
  const seeds = [draw.party(), draw.party()].filter((id) => keys.has(id));
  const ties = parties.slice(1).map((id, i) => [parties[i] as string, id] as const);
  const tieKeys = {
    from: ties.map(([from]) => keys.get(from) as number),
    to: ties.map(([, to]) => keys.get(to) as number),
  };
  const scopes = [
    { scope: { asOf } as Scope, expected: model.scope({ asOf }) },
    { scope: dayScope, expected: model.scope(dayScope) },
    {
      scope: { asOf, hops: 2, seeds: seeds.map((id) => keys.get(id) as number) },
      expected: model.scope({ asOf, hops: 2 }, seeds),
    },
    {
      scope: { ...dayScope, hops: 3, seeds: seeds.map((id) => keys.get(id) as number), ties: tieKeys },
      expected: model.scope({ ...dayScope, hops: 3 }, seeds, ties),
    },
  ];
  for (const { scope, expected } of scopes) {
    expect(await shipmentsIn(store, scope)).toEqual(expected.map(asRead).sort(bySomeKey(keys)));
  }
  const columns = await store.partyColumns(asOf);
  for (const [id, key] of keys) {
    const known = model.entity(id, asOf);
    const country = columns.country[key] as number;
    expect([id, columns.known[key], columns.stub[key], country < 0 ? undefined : columns.texts[country]]).toEqual([
      id,
      Number(known !== undefined),
      Number(known?.stub === true),
      known?.country,
    ]);
  }
}

async function exported(store: Store, asOf: AsOf): Promise<Record<FactKind, unknown[]>> {
  const all: Record<FactKind, unknown[]> = { entities: [], links: [], shipments: [], listings: [], authorizations: [] };
  for await (const batch of store.facts(asOf) as AsyncIterable<FactBatch>) {
    for (const kind of ['entities', 'links', 'listings', 'authorizations'] as const)
      all[kind].push(...(batch[kind] ?? []));
    if (batch.shipments !== undefined) all.shipments.push(...rowsOf(batch.shipments));
  }
  return all;
}

/** Facts drawn from few ids, days and values, so that they meet. */
class Draw {
  #state: number;
  readonly #drawn: Required<Facts>[] = [];

  constructor(seed: number) {
    this.#state = seed;
  }

  day(): number {
    return this.#below(40) - 5;
  }

  word(): string {
    return this.#of(['str', 'strait', 'chips', 'trading', 'tra', 'x1', 'nothing']);
  }

  dataset(): string {
    return this.#of(['a', 'b', 'B', 'é']);
  }

  party(): string {
    return this.#of(['a', 'A', 'b', 'ab', 'é', '中', '😀', '\uff5e', 'z', 'z1', 'z2', 'z3']);
  }

  /** New facts, and some that were drawn before. */
  facts(): Facts {
    const drawn: Required<Facts> = {
      entities: this.#some(8, () => this.#entity()),
      links: this.#some(8, () => this.#link()),
      shipments: this.#some(24, () => this.#shipment()),
      listings: this.#some(6, () => this.#listing()),
      authorizations: this.#some(4, () => this.#authorization()),
    };
    const again = this.#drawn.length === 0 ? undefined : this.#of(this.#drawn);
    this.#drawn.push(drawn);
    if (again === undefined) return drawn;
    return {
      entities: [...drawn.entities, ...again.entities.slice(0, 3)],
      links: [...again.links.slice(0, 3), ...drawn.links],
      shipments: [...drawn.shipments, ...again.shipments.slice(0, 9)],
      listings: [...again.listings, ...drawn.listings],
      authorizations: [...drawn.authorizations, ...again.authorizations],
    };
  }

  #some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.#below(most) }, make);
  }

  #listing() {
    return listing(this.#of(['i1', 'i2', 'é']), this.party(), {
      ...this.#provenance(),
      list: this.#of(['sdn', 'meu']),
    });
  }

  #authorization() {
    return authorization(this.#of(['u1', 'u2']), this.party(), { ...this.#provenance(), tpp: this.#below(2) });
  }

  #entity(): Entity {
    return entity(this.party(), {
      ...this.#provenance(),
      ...this.#maybe('name', () => this.#of(['Strait Trading', 'Chips', 'Strait', 'Tráding Chips'])),
      ...this.#maybe('aliases', () => [this.#of(['Strait', 'Chips X1'])]),
      ...this.#maybe('country', () => this.#of(['MY', 'SG', 'CN'])),
      ...this.#maybe('address', () => 'Road'),
      ...this.#maybe('roles', () => [this.#of(['trader', 'bank', 'trade'])]),
      ...this.#maybe('identifiers', () => [
        { scheme: this.#of(['lei', 'registration:MY', 'listing:sdn', 'duns']), value: '1' },
      ]),
      ...this.#maybe('foundedOn', () => date(this.#of(['1970', '2020-02']))),
    });
  }

  #link() {
    return link(this.#of(['l1', 'l2', 'l3', 'L', 'é']), this.party(), this.party(), {
      ...this.#provenance(),
      type: this.#of(LINK_TYPES),
      share: parseShare(this.#of(['', '50%', '>25%'])),
      ...this.#maybe('from', () => date(this.#of(['1970', '1970-01-09']))),
    });
  }

  #shipment() {
    const day = this.day();
    return shipment(
      this.#of(['s', 'S', 's1', 's2', 's3', 's4', 's5', 'é', '中', '😀', '\uff5e']),
      this.party(),
      this.party(),
      day,
      {
        ...this.#provenance(),
        ...this.#maybe('departs', () => ({
          text: this.#of(['', '1970']),
          earliest: day,
          latest: day + this.#below(3),
        })),
        ...this.#maybe('endUser', () => this.party()),
        ...this.#maybe('forwarder', () => this.party()),
        ...this.#maybe('document', () => this.#of(['BL1', 'BL2'])),
        ...this.#maybe('product', () => this.#of(['h100', 'h20'])),
        ...this.#maybe('description', () => this.#of(['cards', 'Karten'])),
        ...this.#maybe('toCountry', () => this.#of(['CN', 'MY'])),
        ...this.#maybe('certifications', () => ['kyc']),
        ...this.#maybe('paidBy', () => this.#of(['id:payer', 'country:CN'])),
        ...this.#maybe('via', () => ['SG']),
        ...this.#maybe('units', () => this.#below(2)),
        departsAssumed: this.#below(4) === 0,
      },
    );
  }

  #provenance() {
    return {
      dataset: this.dataset(),
      record: this.#of(['f.csv:1', 'f.csv:22', 'row']),
      ...this.#maybe('retrievedOn', () => this.#of([0, 10, 20, 30])),
    };
  }

  #maybe<T>(field: string, value: () => T): Record<string, T> {
    return this.#below(2) === 0 ? {} : { [field]: value() };
  }

  #of<T>(values: readonly T[]): T {
    return values[this.#below(values.length)] as T;
  }

  /** A whole number below the bound (mulberry32). */
  #below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) % bound;
  }
}
