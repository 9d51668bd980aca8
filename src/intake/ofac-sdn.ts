/** OFAC's list of Specially Designated Nationals: SDN.CSV with its addresses (ADD.CSV) and other names (ALT.CSV). */
import { dirname } from 'node:path';
import type { Entity } from '../model/entity.js';
import { DetourError } from '../model/errors.js';
import type { Link } from '../model/link.js';
import type { Listing } from '../model/listing.js';
import { UNKNOWN_SHARE } from '../model/share.js';
import type { FactBatch } from '../store/port.js';
import { presentText } from './cells.js';
import { stableId } from './derived-id.js';
import type { Source } from './formats.js';
import { OfacFile, type OfacPart, type OfacRow, ofacPartOf } from './ofac-files.js';
import { countryOf, type PartyRow, partyId, readParty } from './ofac-party.js';
import { readRemarks } from './ofac-remarks.js';
import { withoutAbsent } from './row-context.js';
import type { FileHead, ImportRun } from './run.js';

const DATASET = 'ofac-sdn';

export function isOfacName(name: string): boolean {
  return /^(sdn|add|alt)\.csv$/i.test(name);
}

export function isOfac(head: FileHead): boolean {
  return ofacPartOf(head) !== undefined;
}

/**
 * One source a list; files of one folder belong together.
 *
 * @throws DetourError `BAD_FILE` for addresses or other names without the list they belong to.
 */
export async function openOfac(heads: readonly FileHead[]): Promise<readonly Source[]> {
  const lists = new Map<string, Partial<Record<OfacPart, FileHead>>>();
  const folders = new Set(heads.filter((head) => ofacPartOf(head) === 'sdn').map(({ path }) => dirname(path)));
  for (const head of heads) {
    const part = ofacPartOf(head);
    if (part === undefined)
      throw new DetourError(
        'BAD_FILE',
        'is none of SDN.CSV, ADD.CSV and ALT.CSV: its first row has other cells than theirs',
        { at: { file: head.path } },
      );
    const own = dirname(head.path);
    // With one list only, its companions may lie anywhere.
    const folder = folders.has(own) || folders.size !== 1 ? own : ([...folders][0] as string);
    const list = lists.get(folder) ?? {};
    if (list[part])
      throw new DetourError(
        'BAD_FILE',
        `the folder holds \`${list[part].name}\` of the same kind: import one of them`,
        { at: { file: head.path } },
      );
    lists.set(folder, { ...list, [part]: head });
  }
  return [...lists.values()].map((files) => {
    const { sdn } = files;
    const stray = files.add ?? files.alt;
    if (sdn === undefined) {
      throw new DetourError('BAD_FILE', 'belongs to SDN.CSV and says nothing without it: import them together', {
        at: { file: stray?.path ?? '' },
      });
    }
    return new OfacList(sdn, files.add, files.alt);
  });
}

class OfacList implements Source {
  readonly format = 'ofac-sdn';
  readonly order = -2;
  readonly heads: readonly FileHead[];
  readonly #sdn: FileHead;
  readonly #add: FileHead | undefined;
  readonly #alt: FileHead | undefined;

  constructor(sdn: FileHead, add: FileHead | undefined, alt: FileHead | undefined) {
    this.#sdn = sdn;
    this.#add = add;
    this.#alt = alt;
    this.heads = [sdn, add, alt].filter((head) => head !== undefined);
  }

  /** The whole list is held at once (some ten thousand parties): names must be known before links can be resolved. */
  async *facts(run: ImportRun): AsyncGenerator<FactBatch> {
    const file = new OfacFile(run, this.#sdn, 'sdn');
    const { tally } = file;
    const warn = tally.warn.bind(tally);
    if (!this.#add || !this.#alt) {
      const absent = [this.#add ? '' : 'ADD.CSV (addresses and countries)', this.#alt ? '' : 'ALT.CSV (other names)']
        .filter((name) => name !== '')
        .join(' and ');
      tally.warn('no-companion-files', undefined, undefined, absent);
    }
    const rows = await readParties(file);
    const numbers = new Set(rows.map(({ number }) => number));
    const addressFile = this.#add && new OfacFile(run, this.#add, 'add');
    const aliasFile = this.#alt && new OfacFile(run, this.#alt, 'alt');
    const addresses = (await addressFile?.rowsByNumber(numbers)) ?? NO_ROWS;
    const aliases = (await aliasFile?.rowsByNumber(numbers)) ?? NO_ROWS;
    const warnOfAddress = addressFile === undefined ? warn : addressFile.tally.warn.bind(addressFile.tally);
    const retrievedOn = run.retrievalDay(this.#sdn);
    const byName = new Map<string, string[]>();
    for (const { name, number } of rows)
      byName.set(name.toUpperCase(), [...(byName.get(name.toUpperCase()) ?? []), number]);

    const entities: Entity[] = [];
    const links: Link[] = [];
    const listings: Listing[] = [];
    for (const row of rows) {
      const remarks = readRemarks(row.remarks ?? '', countryOf);
      const source = { dataset: DATASET, record: row.number, retrievedOn };
      const of = { addresses: addresses.get(row.number) ?? [], aliases: aliases.get(row.number) ?? [] };
      entities.push({ ...readParty({ row, remarks, ...of, warn, warnOfAddress }), ...source });
      listings.push(
        withoutAbsent<Listing>({
          id: `${partyId(row.number)}-listing`,
          entity: partyId(row.number),
          list: 'sdn',
          programme: row.programmes,
          from: undefined,
          to: undefined,
          scope: undefined,
          policy: undefined,
          citation: `OFAC, Specially Designated Nationals and Blocked Persons List, entry ${row.number}`,
          ...source,
        }),
      );
      const linked = new Set<string>();
      for (const name of remarks.linkedTo) {
        const target = byName.get(name.toUpperCase()) ?? byName.get(name.replace(/\.$/, '').toUpperCase());
        // A name that two parties bear, or none, says nothing for certain.
        if (target?.length !== 1) tally.warn('unresolved-link', row.line, 'Remarks', name);
        else if (target[0] !== row.number) linked.add(target[0] as string);
      }
      for (const target of linked) {
        const id = stableId('ofac-link', [row.number, target]);
        links.push({
          id,
          type: 'associate',
          source: partyId(row.number),
          target: partyId(target),
          share: UNKNOWN_SHARE,
          ...source,
        });
      }
    }
    yield { entities, links, listings };
  }
}

const NO_ROWS: ReadonlyMap<string, readonly OfacRow[]> = new Map();

async function readParties(file: OfacFile): Promise<PartyRow[]> {
  const parties: PartyRow[] = [];
  const seen = new Map<string, string>();
  for await (const read of file.rows()) {
    const { line, cells } = read;
    const [number, name, type, programmes, title, callSign, vesselType, tonnage, grossTonnage, flag, owner, remarks] =
      cells.map(presentText);
    if (number === undefined || name === undefined) {
      const column = number === undefined ? 'ent_num' : 'SDN_Name';
      const message = `\`${column}\` has no value: it must be there in every row`;
      file.reject(read, column, undefined, 'missing-value', message);
      continue;
    }
    const content = cells.join('\u001f');
    const before = seen.get(number);
    if (before !== undefined) {
      const message = `an earlier row has the number \`${number}\` and says something else`;
      if (before !== content) file.reject(read, 'ent_num', number, 'duplicate-id', message);
      continue;
    }
    seen.set(number, content);
    parties.push({
      line,
      number,
      name,
      type,
      title,
      flag,
      remarks,
      // Several programmes are written `A] [B`, the outer brackets missing.
      programmes: programmes
        ?.split(/\]\s*\[/)
        .map((code) => code.replace(/[[\]]/g, '').trim())
        .join('; '),
      vessel: [
        ['Vessel type', vesselType],
        ['Call sign', callSign],
        ['Tonnage', tonnage],
        ['Gross registered tonnage', grossTonnage],
        ['Flag', flag],
        ['Owner', owner],
      ],
    });
  }
  return parties;
}
