/** What an import keeps in mind between its batches. */
import type { Counts, FactKind, ImportResult } from '../port.js';
import type { Run } from './database.js';
import { ALWAYS, knownFrom } from './known.js';
import type { IncomingVersion, KnownVersion, MergePlan, Settled } from './merge.js';

const FACT_KINDS = ['entities', 'links', 'shipments', 'listings', 'authorizations'] as const;

/** Kinds of statements that have codes. */
export type CodeKind = 'papers' | 'terms' | 'places';

/** Maps from ids to keys grow to so many entries and then start anew: they only save questions to the server. */
const MOST_REMEMBERED = 1_000_000;

/** Something to note once the batch is written: a transaction may be tried several times and must not note twice. */
export type Effect = () => void;

/** Writes rows of one kind in a transaction, and says what to note when it is through. */
export type Take<T> = (run: Run, state: ImportState, rows: readonly T[]) => Promise<readonly Effect[]>;

export class ImportState {
  readonly importing: number;
  readonly firstParty: number;
  nextParty: number;
  nextShipment: number;
  readonly nextCode: Record<CodeKind, number>;
  batch = 0;
  untidy = false;
  /** New parties of this import that a record describes. */
  described = 0;
  /** Parties known before that turn out to have been named earlier, by key. */
  readonly namedEarlier = new Map<number, number>();
  readonly parties = new Remembered<{ readonly key: number; readonly namedFrom: number }>();
  readonly codes = {
    papers: new Remembered<number>(),
    terms: new Remembered<number>(),
    places: new Remembered<number>(),
  };
  readonly datasets = new Map<string, { retrievedOn: number; readonly added: Record<FactKind, number> }>();
  readonly settled: Readonly<Record<FactKind, Settled>> = {
    entities: new SettledIds(),
    links: new SettledIds(),
    shipments: new SettledKeys(),
    listings: new SettledIds(),
    authorizations: new SettledIds(),
  };
  readonly #added = noCounts();
  readonly #replaced = noCounts();
  readonly #unchanged = noCounts();
  readonly #duplicates: { readonly kind: FactKind; readonly id: string; readonly record: string }[] = [];

  constructor(
    begun: { readonly importing: number; readonly parties: number; readonly shipments: number } & Record<
      CodeKind,
      number
    >,
  ) {
    this.importing = begun.importing;
    this.firstParty = begun.parties;
    this.nextParty = begun.parties;
    this.nextShipment = begun.shipments;
    this.nextCode = { papers: begun.papers, terms: begun.terms, places: begun.places };
  }

  /** Notes what became of the rows of one batch. */
  note(kind: FactKind, rows: readonly (IncomingVersion & { readonly record: string })[], plan: MergePlan): void {
    for (const index of plan.first) {
      const row = rows[index] as IncomingVersion;
      const dataset = this.datasets.get(row.dataset) ?? { retrievedOn: ALWAYS, added: noCounts() };
      this.datasets.set(row.dataset, dataset);
      dataset.retrievedOn = Math.max(dataset.retrievedOn, knownFrom(row));
    }
    for (const index of plan.added) {
      const dataset = this.datasets.get((rows[index] as IncomingVersion).dataset);
      if (dataset !== undefined) dataset.added[kind]++;
    }
    for (const index of plan.duplicates) {
      const { id, record } = rows[index] as { id: string; record: string };
      this.#duplicates.push({ kind, id, record });
    }
    for (const version of plan.settled) this.settled[kind].add(version);
    this.#added[kind] += plan.added.size;
    this.#replaced[kind] += plan.taken.length - plan.added.size;
    this.#unchanged[kind] += plan.unchanged;
    if (plan.contested.size > 0) this.untidy = true;
  }

  result(): ImportResult {
    return {
      version: this.importing,
      added: this.#added,
      replaced: this.#replaced,
      unchanged: this.#unchanged,
      stubs: this.nextParty - this.firstParty - this.described,
      duplicates: FACT_KINDS.flatMap((kind) => this.#duplicates.filter((duplicate) => duplicate.kind === kind)),
    };
  }
}

/** A map that forgets all when it is full. */
class Remembered<T> {
  readonly #entries = new Map<string, T>();

  get(id: string): T | undefined {
    return this.#entries.get(id);
  }

  set(id: string, value: T): void {
    if (this.#entries.size >= MOST_REMEMBERED) this.#entries.clear();
    this.#entries.set(id, value);
  }
}

class SettledIds implements Settled {
  readonly #datasets = new Map<string, Set<string>>();

  has(version: KnownVersion): boolean {
    return this.#datasets.get(version.dataset)?.has(version.id) === true;
  }

  add(version: KnownVersion): void {
    const ids = this.#datasets.get(version.dataset);
    if (ids === undefined) this.#datasets.set(version.dataset, new Set([version.id]));
    else ids.add(version.id);
  }
}

/** One bit a shipment: millions may come in again. */
class SettledKeys implements Settled {
  readonly #datasets = new Map<string, Uint8Array>();

  has(version: KnownVersion): boolean {
    const key = keyOf(version);
    return (((this.#datasets.get(version.dataset)?.[key >> 3] ?? 0) >> (key & 7)) & 1) === 1;
  }

  add(version: KnownVersion): void {
    const key = keyOf(version);
    let bits = this.#datasets.get(version.dataset) ?? new Uint8Array(1024);
    if (key >> 3 >= bits.length) {
      const more = new Uint8Array(Math.max(bits.length * 2, (key >> 3) + 1));
      more.set(bits);
      bits = more;
    }
    bits[key >> 3] = (bits[key >> 3] as number) | (1 << (key & 7));
    this.#datasets.set(version.dataset, bits);
  }
}

function keyOf(version: KnownVersion): number {
  return (version as KnownVersion & { readonly key: number }).key;
}

function noCounts(): Record<FactKind, number> & Counts {
  return { entities: 0, links: 0, shipments: 0, listings: 0, authorizations: 0 };
}
