/** Facts to native files: what is written here and imported again is the same facts. */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Authorization } from '../model/authorization.js';
import { formatDay } from '../model/day.js';
import type { Entity } from '../model/entity.js';
import type { Link } from '../model/link.js';
import type { Listing } from '../model/listing.js';
import type { Share } from '../model/share.js';
import type { AsOf, Counts, FactBatch, FactKind, ShipmentBatch, Store } from '../store/port.js';
import { shipmentAt } from '../store/records.js';
import { formatIdentifier, joinList } from './cells.js';
import { columnsOf, NATIVE_KINDS, REASON } from './native-columns.js';
import { csvRow, unwritable } from './rejects.js';

export type ExportFormat = 'csv' | 'jsonl';

export interface ExportOptions {
  /** Only what was known on this day. */
  readonly asOf?: AsOf;
  readonly signal?: AbortSignal;
  /** Called now and then with the number of records written so far. */
  readonly onProgress?: (written: number) => void;
}

/**
 * Writes one file a kind into the folder, which is made if it is not there; files of the same names are replaced
 * when all are complete. Parties that nobody described are left out, since naming them makes them.
 *
 * @returns how many records of each kind were written.
 * @throws DetourError `BAD_FILE` for a folder that cannot be written to.
 */
export async function exportFacts(
  store: Pick<Store, 'facts'>,
  dir: string,
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<Counts> {
  const files: Partial<Record<FactKind, NativeFile>> = {};
  let finished = false;
  try {
    await mkdir(dir, { recursive: true });
    for (const kind of NATIVE_KINDS) files[kind] = await NativeFile.create(dir, kind, format);
    let written = 0;
    for await (const batch of store.facts(options.asOf)) {
      options.signal?.throwIfAborted();
      for (const kind of NATIVE_KINDS) written += (await files[kind]?.write(recordsOf(batch, kind))) ?? 0;
      options.onProgress?.(written);
    }
    for (const file of Object.values(files)) await file.finish();
    finished = true;
    return Object.fromEntries(NATIVE_KINDS.map((kind) => [kind, files[kind]?.count ?? 0])) as Counts;
  } catch (fault) {
    throw typeof (fault as NodeJS.ErrnoException).syscall === 'string' ? unwritable(dir, fault) : fault;
  } finally {
    if (!finished) for (const file of Object.values(files)) await file.discard();
  }
}

/** A record's cells by column; lists stay lists, since JSON Lines has them. */
type NativeRecord = Readonly<Record<string, string | number | readonly string[] | undefined>>;

class NativeFile {
  count = 0;
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #columns: readonly string[];
  readonly #format: ExportFormat;

  private constructor(file: FileHandle, path: string, columns: readonly string[], format: ExportFormat) {
    this.#file = file;
    this.#path = path;
    this.#columns = columns;
    this.#format = format;
  }

  static async create(dir: string, kind: FactKind, format: ExportFormat): Promise<NativeFile> {
    const path = join(dir, `${kind}.${format}`);
    const columns = columnsOf(kind).filter((column) => !INSTEAD_OF_IDENTIFIERS.includes(column) && column !== REASON);
    const file = new NativeFile(await open(`${path}.part`, 'w'), path, columns, format);
    if (format === 'csv') await file.#file.appendFile(`${csvRow(columns)}\n`);
    return file;
  }

  async write(records: readonly NativeRecord[]): Promise<number> {
    if (records.length === 0) return 0;
    const lines = records.map((record) => (this.#format === 'csv' ? this.#csvLine(record) : this.#jsonLine(record)));
    await this.#file.appendFile(lines.join(''));
    this.count += records.length;
    return records.length;
  }

  async finish(): Promise<void> {
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
  }

  async discard(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(`${this.#path}.part`, { force: true });
  }

  #csvLine(record: NativeRecord): string {
    const cells = this.#columns.map((column) => {
      const value = record[column];
      return typeof value === 'object' ? joinList(value) : value === undefined ? '' : String(value);
    });
    return `${csvRow(cells)}\n`;
  }

  #jsonLine(record: NativeRecord): string {
    const present: Record<string, unknown> = {};
    for (const column of this.#columns) {
      const value = record[column];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      // Readers of JSON round integers beyond this, and the import refuses them as numbers.
      present[column] = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? String(value) : value;
    }
    return `${JSON.stringify(present)}\n`;
  }
}

/** Columns that an import reads as identifiers; `identifiers` holds them all. */
const INSTEAD_OF_IDENTIFIERS: readonly string[] = ['lei', 'registration'];

function recordsOf(batch: FactBatch, kind: FactKind): readonly NativeRecord[] {
  switch (kind) {
    case 'entities':
      return (batch.entities ?? []).filter((entity) => !entity.stub).map(entityRecord);
    case 'links':
      return (batch.links ?? []).map(linkRecord);
    case 'listings':
      return (batch.listings ?? []).map(periodRecord);
    case 'authorizations':
      return (batch.authorizations ?? []).map(periodRecord);
    case 'shipments':
      return batch.shipments === undefined ? [] : shipmentRecords(batch.shipments);
  }
}

function entityRecord(entity: Entity): NativeRecord {
  const { foundedOn, dissolvedOn, birthDate, siteVerifiedOn, identifiers, stub: _stub, ...plain } = entity;
  return {
    ...plain,
    foundedOn: foundedOn?.text,
    dissolvedOn: dissolvedOn?.text,
    birthDate: birthDate?.text,
    siteVerifiedOn: siteVerifiedOn?.text,
    identifiers: identifiers.map(formatIdentifier),
    retrievedOn: dayText(entity.retrievedOn),
  };
}

function linkRecord(link: Link): NativeRecord {
  return { ...periodRecord(link), share: shareText(link.share) };
}

function periodRecord(fact: Link | Listing | Authorization): NativeRecord {
  const { from, to, retrievedOn, ...plain } = fact;
  return {
    ...(plain as unknown as NativeRecord),
    from: from?.text,
    to: to?.text,
    retrievedOn: dayText(retrievedOn),
  };
}

/** A date that was assumed was blank, and is blank again. */
function shipmentRecords(batch: ShipmentBatch): NativeRecord[] {
  return Array.from({ length: batch.length }, (_, row) => {
    const { departs, arrives, departsAssumed, arrivesAssumed, retrievedOn, ...plain } = shipmentAt(batch, row);
    return {
      ...plain,
      departs: departsAssumed ? undefined : departs.text,
      arrives: arrivesAssumed ? undefined : arrives.text,
      retrievedOn: dayText(retrievedOn),
    };
  });
}

function dayText(day: number | undefined): string | undefined {
  return day === undefined ? undefined : formatDay(day);
}

/** Fractions to the last digit, where people would write per cent; nothing for an unknown share. */
function shareText(share: Share): string | undefined {
  if (!share.known) return undefined;
  const { min, max } = share;
  if (min === max) return digits(min);
  if (share.minOpen) return `>${digits(min)}`;
  if (share.maxOpen) return `<${digits(max)}`;
  return `${digits(min)}-${digits(max)}`;
}

/** The number without an exponent. */
function digits(value: number): string {
  const text = String(value);
  const match = /^(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!match) return text;
  const [, whole, rest, zeros] = match;
  return `0.${'0'.repeat(Number(zeros) - 1)}${whole}${rest ?? ''}`;
}
