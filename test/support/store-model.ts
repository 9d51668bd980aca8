/**
 * A store as plain as can be: arrays, no keys, no speed. What the port promises, said a second time, so that real
 * stores can be compared with it.
 */
import type { Authorization } from '../../src/model/authorization.js';
import type { Entity } from '../../src/model/entity.js';
import type { Link } from '../../src/model/link.js';
import type { Listing } from '../../src/model/listing.js';
import type { Provenance } from '../../src/model/provenance.js';
import type { Shipment } from '../../src/model/shipment.js';
import type {
  AsOf,
  Counts,
  Dataset,
  EntityQuery,
  FactKind,
  ImportResult,
  Scope,
  ShipmentQuery,
} from '../../src/store/port.js';
import type { Facts } from './store-facts.js';

type Fact = Provenance & { readonly id: string };
interface Version {
  readonly kind: FactKind;
  readonly fact: Fact;
  /** Ordinal of the import that brought it. */
  readonly imported: number;
}

export const KINDS: readonly FactKind[] = ['entities', 'links', 'shipments', 'listings', 'authorizations'];

/** -1, 0 or 1 as the UTF-8 bytes of `a` come before, with or after those of `b`. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

export class StoreModel {
  readonly #versions: Version[] = [];
  readonly #named = new Map<string, number>();
  readonly #datasets = new Map<string, { retrievedOn: number; importedAt: number }>();
  #imports = 0;

  apply(groups: readonly Facts[], importedAt: number): ImportResult {
    this.#imports++;
    const partiesBefore = this.parties();
    const counts = () => Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<FactKind, number>;
    const added = counts();
    const replaced = counts();
    const unchanged = counts();
    const duplicates: { kind: FactKind; id: string; record: string }[] = [];
    for (const kind of KINDS) {
      const taken = new Map<string, Fact>();
      for (const fact of groups.flatMap((facts) => (facts[kind] ?? []) as readonly Fact[])) {
        const first = taken.get(keyOf(fact));
        if (first !== undefined) {
          if (contentOf(first) === contentOf(fact)) unchanged[kind]++;
          else duplicates.push({ kind, id: fact.id, record: fact.record });
          continue;
        }
        taken.set(keyOf(fact), fact);
      }
      for (const fact of taken.values()) {
        this.#note(kind, fact, importedAt);
        const current = this.#versionsOf(kind, fact).at(-1);
        if (current === undefined) added[kind]++;
        else if (contentOf(current.fact) === contentOf(fact) && learned(current.fact) <= learned(fact)) {
          unchanged[kind]++;
          continue;
        } else replaced[kind]++;
        this.#versions.push({ kind, fact, imported: this.#imports });
      }
    }
    const described = new Set(
      this.#versions.filter((version) => version.kind === 'entities').map(({ fact }) => fact.id),
    );
    const stubs = [...this.parties()].filter((id) => !partiesBefore.has(id) && !described.has(id)).length;
    return { version: this.#imports, added, replaced, unchanged, stubs, duplicates };
  }

  /** Ids of all parties ever described or named. */
  parties(): Set<string> {
    const described = this.#versions.filter((version) => version.kind === 'entities').map(({ fact }) => fact.id);
    return new Set([...described, ...this.#named.keys()]);
  }

  /** Ids of all shipments ever taken. */
  shipmentIds(): Set<string> {
    return new Set(this.#versions.filter((version) => version.kind === 'shipments').map(({ fact }) => fact.id));
  }

  entity(id: string, asOf?: AsOf): Entity | undefined {
    const described = (this.shown('entities', asOf) as readonly Entity[]).find((one) => one.id === id);
    const named = this.#named.get(id);
    if (described !== undefined || named === undefined || named > (asOf ?? Number.POSITIVE_INFINITY)) return described;
    const retrievedOn = named === Number.NEGATIVE_INFINITY ? {} : { retrievedOn: named };
    return { id, dataset: '', record: '', aliases: [], roles: [], identifiers: [], stub: true, ...retrievedOn };
  }

  /** Records of a kind as shown, by id. */
  shown(kind: 'entities', asOf?: AsOf): Entity[];
  shown(kind: 'links', asOf?: AsOf): Link[];
  shown(kind: 'shipments', asOf?: AsOf): Shipment[];
  shown(kind: 'listings', asOf?: AsOf): Listing[];
  shown(kind: 'authorizations', asOf?: AsOf): Authorization[];
  shown(kind: FactKind, asOf?: AsOf): Fact[];
  shown(kind: FactKind, asOf?: AsOf): Fact[] {
    const seen = new Set<string>();
    return this.known(kind, asOf).filter((fact) => !seen.has(fact.id) && seen.add(fact.id));
  }

  /** Records of a kind of all data sets, by id, the shown one of each id first. */
  known(kind: FactKind, asOf?: AsOf): Fact[] {
    const best = new Map<string, Fact>();
    for (const version of this.#versions) {
      if (version.kind === kind && learned(version.fact) <= (asOf ?? Number.POSITIVE_INFINITY))
        best.set(keyOf(version.fact), version.fact);
    }
    const trust = (fact: Fact) => (kind === 'entities' ? trustIn(fact as Entity) : 0);
    return [...best.values()].sort(
      (a, b) => byBytes(a.id, b.id) || trust(a) - trust(b) || byBytes(a.dataset, b.dataset),
    );
  }

  findEntities(query: EntityQuery, asOf?: AsOf): Entity[] {
    const asked =
      Object.values(query).some((value) => value !== undefined && String(value).trim() !== '') ||
      [query.countries, query.schemas, query.roles].some((list) => list?.length === 0);
    const all = asked
      ? this.shown('entities', asOf)
      : [...this.parties()].map((id) => this.entity(id, asOf)).filter((one) => one !== undefined);
    const relevance = (one: Entity) =>
      query.text === undefined || query.text.trim() === '' ? 0 : relevanceOf(one, query.text);
    return all
      .filter((one) => query.countries === undefined || query.countries.includes(one.country ?? ''))
      .filter((one) => query.schemas === undefined || query.schemas.includes(one.schema ?? ''))
      .filter((one) => query.roles === undefined || one.roles.some((role) => query.roles?.includes(role)))
      .filter((one) => query.dataset === undefined || one.dataset === query.dataset)
      .filter((one) => relevance(one) < 3)
      .sort((a, b) => relevance(a) - relevance(b) || byBytes(a.id, b.id));
  }

  findShipments(query: ShipmentQuery, asOf?: AsOf): Shipment[] {
    const is = (asked: string | undefined, value: string | undefined) => asked === undefined || asked === value;
    return this.shown('shipments', asOf)
      .filter((one) => {
        const parties = [one.shipper, one.consignee, one.endUser, one.forwarder];
        return (
          (query.parties === undefined || query.parties.some((party) => parties.includes(party))) &&
          is(query.shipper, one.shipper) &&
          is(query.consignee, one.consignee) &&
          one.departs.latest >= (query.since ?? Number.NEGATIVE_INFINITY) &&
          one.departs.earliest <= (query.until ?? Number.POSITIVE_INFINITY) &&
          is(query.fromCountry, one.fromCountry) &&
          is(query.toCountry, one.toCountry) &&
          is(query.product, one.product) &&
          is(query.hs, one.hs) &&
          is(query.document, one.document)
        );
      })
      .sort((a, b) => a.departs.earliest - b.departs.earliest || byBytes(a.id, b.id));
  }

  /** Shipments of a scope whose seeds and ties are ids, in no order. */
  scope(
    scope: Omit<Scope, 'seeds' | 'ties'>,
    seeds?: readonly string[],
    ties: readonly (readonly [string, string])[] = [],
  ): Shipment[] {
    const all = this.findShipments(
      {
        ...(scope.since === undefined ? {} : { since: scope.since }),
        ...(scope.until === undefined ? {} : { until: scope.until }),
      },
      scope.asOf,
    );
    if (seeds === undefined) return all;
    let leaving = new Set(seeds);
    const usable = new Set<Shipment>();
    // Far more waves than parties change nothing any more.
    for (let movement = 0; movement < Math.min(scope.hops ?? 1000, 1000); movement++) {
      const moved = all.filter((one) => leaving.has(one.shipper));
      for (const one of moved) usable.add(one);
      const arrived = new Set(moved.map((one) => one.consignee));
      leaving = new Set([...arrived, ...ties.filter(([from]) => arrived.has(from)).map(([, to]) => to)]);
    }
    return [...usable];
  }

  datasets(): Dataset[] {
    return [...this.#datasets]
      .sort(([a], [b]) => byBytes(a, b))
      .map(([name, { retrievedOn, importedAt }]) => ({
        name,
        records: Object.fromEntries(
          KINDS.map((kind) => [kind, this.known(kind).filter((fact) => fact.dataset === name).length]),
        ) as Counts,
        ...(retrievedOn === Number.NEGATIVE_INFINITY ? {} : { retrievedOn }),
        importedAt,
      }));
  }

  #versionsOf(kind: FactKind, fact: Fact): Version[] {
    return this.#versions.filter((version) => version.kind === kind && keyOf(version.fact) === keyOf(fact));
  }

  #note(kind: FactKind, fact: Fact, importedAt: number): void {
    for (const id of namedBy(kind, fact))
      this.#named.set(id, Math.min(this.#named.get(id) ?? Number.POSITIVE_INFINITY, learned(fact)));
    const known = this.#datasets.get(fact.dataset);
    this.#datasets.set(fact.dataset, {
      importedAt,
      retrievedOn: Math.max(known?.retrievedOn ?? Number.NEGATIVE_INFINITY, learned(fact)),
    });
  }
}

function keyOf(fact: Fact): string {
  return JSON.stringify([fact.dataset, fact.id]);
}

function learned(fact: Fact): number {
  return fact.retrievedOn ?? Number.NEGATIVE_INFINITY;
}

function contentOf(fact: Fact): string {
  const fields = Object.entries(fact).filter(
    ([name, value]) => value !== undefined && !['record', 'retrievedOn'].includes(name),
  );
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function namedBy(kind: FactKind, fact: Fact): string[] {
  if (kind === 'entities') return [];
  if (kind === 'links') return [(fact as Link).source, (fact as Link).target];
  if (kind !== 'shipments') return [(fact as Listing).entity];
  const { shipper, consignee, endUser, forwarder, paidBy } = fact as Shipment;
  const payer = paidBy?.startsWith('id:') ? paidBy.slice(3) : undefined;
  return [shipper, consignee, endUser, forwarder, payer].filter((id) => id !== undefined && id !== '') as string[];
}

function trustIn({ identifiers, name, country, address }: Entity): number {
  const has = (pattern: RegExp) => identifiers.some((identifier) => pattern.test(identifier.scheme));
  if (has(/^lei$/)) return 0;
  if (has(/^registration/)) return 1;
  if (has(/^listing:/)) return 2;
  if (identifiers.length > 0) return 3;
  return name !== undefined && country !== undefined && address !== undefined ? 4 : 5;
}

/** 0 to 2 as the port says, 3 for no answer. Latin letters and digits only: enough for the worlds drawn here. */
function relevanceOf(one: Entity, text: string): number {
  const words = (name: string) =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '');
  const names = [...(one.name === undefined ? [] : [one.name]), ...one.aliases].map(words);
  const asked = words(text);
  const all = names.flat();
  if (asked.length === 0 || !asked.every((word) => all.some((other) => other.startsWith(word)))) return 3;
  if (names.some((name) => name.join(' ') === asked.join(' '))) return 0;
  return asked.every((word) => all.includes(word)) ? 1 : 2;
}
