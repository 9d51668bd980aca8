/** The three files of OFAC's list, SDN.CSV, ADD.CSV and ALT.CSV: which is which, and their rows. */
import { presentText } from './cells.js';
import { readCsv, readFirstRow } from './csv.js';
import { plainStem } from './native-columns.js';
import { csvRow, stemOf } from './rejects.js';
import type { RejectReason } from './report.js';
import { type BrokenRow, inOrder } from './row-chunk.js';
import { type FileHead, type FileTally, type ImportRun, reasonText } from './run.js';

const FILES = {
  sdn: [
    'ent_num',
    'SDN_Name',
    'SDN_Type',
    'Program',
    'Title',
    'Call_Sign',
    'Vess_type',
    'Tonnage',
    'GRT',
    'Vess_flag',
    'Vess_owner',
    'Remarks',
  ],
  add: ['ent_num', 'Add_num', 'Address', 'City/State/Province/Postal', 'Country', 'Add_remarks'],
  alt: ['ent_num', 'alt_num', 'alt_type', 'alt_name', 'alt_remarks'],
} as const;
export type OfacPart = keyof typeof FILES;

const ALIAS_TYPES = ['aka', 'fka', 'nka'];
/** Ends some of OFAC's files, as CP/M had it; no row. */
const CTRL_Z = '\u001a';

/** One row, its cells in the order of the file's columns. */
export interface OfacRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One of the files on its way into an import. */
export class OfacFile {
  readonly tally: FileTally;
  readonly #run: ImportRun;
  readonly #head: FileHead;
  readonly #part: OfacPart;

  constructor(run: ImportRun, head: FileHead, part: OfacPart) {
    this.#run = run;
    this.#head = head;
    this.#part = part;
    const stem = plainStem(stemOf(head.name));
    this.tally = run.tally(head, 'ofac-sdn', { stem, extension: 'csv', header: undefined });
  }

  async *rows(): AsyncGenerator<OfacRow> {
    const columns = FILES[this.#part];
    const width = Math.max(readFirstRow(this.#head.start, ',').cells.length, columns.length);
    const shape = { columns: width, delimiter: ',', header: false };
    for await (const chunk of readCsv(this.#head.path, shape, this.#run.blockOptions())) {
      this.#run.settings.signal?.throwIfAborted();
      for (const line of chunk.notUtf8) this.tally.warn('not-utf8', line, undefined, `line ${line}`);
      this.tally.countRows(chunk.length);
      for (const row of inOrder(chunk)) {
        if (typeof row === 'object') this.#refuse(row);
        else yield { line: chunk.lines[row] as number, cells: columns.map((_, at) => chunk.cells[at]?.[row] ?? '') };
      }
      await this.tally.flush();
    }
  }

  #refuse({ line, cells, reason, message }: BrokenRow): void {
    if (cells?.length === 1 && cells[0] === CTRL_Z) {
      this.tally.warn('end-of-file-mark', line, undefined, 'Ctrl-Z, no row');
      return;
    }
    this.tally.countRows(1);
    this.reject({ line, cells: cells ?? [] }, undefined, cells?.join(','), reason, message);
  }

  /** Rows by the party's number, in the file's order; a row of a number that is none of these is refused. */
  async rowsByNumber(numbers: ReadonlySet<string>): Promise<Map<string, OfacRow[]>> {
    const byNumber = new Map<string, OfacRow[]>();
    for await (const row of this.rows()) {
      const number = presentText(row.cells[0] ?? '');
      if (number === undefined || !numbers.has(number)) {
        this.reject(row, 'ent_num', number, 'unknown-party', `no row of SDN.CSV has the number \`${number ?? ''}\``);
        continue;
      }
      const others = byNumber.get(number);
      if (others) others.push(row);
      else byNumber.set(number, [row]);
    }
    await this.tally.flush();
    return byNumber;
  }

  /** The reason stands behind the row's own cells, since the file has no header to name it. */
  reject(
    row: OfacRow,
    column: string | undefined,
    value: string | undefined,
    reason: RejectReason,
    message: string,
  ): void {
    const missing = Array.from({ length: Math.max(0, FILES[this.#part].length - row.cells.length) }, () => '');
    const line = csvRow([...row.cells, ...missing, reasonText(reason, message)]);
    this.tally.reject({ line: row.line, column, value, reason, message }, reason === 'too-long' ? undefined : line);
  }
}

/** Which of the three a file is, told by its first row; undefined if none. A row may end with the reason a reject file gives. */
export function ofacPartOf(head: FileHead): OfacPart | undefined {
  const { cells } = readFirstRow(head.start, ',');
  const isNumber = (at: number) => /^\d+$/.test(cells[at]?.trim() ?? '');
  if (!isNumber(0)) return undefined;
  const width = cells.length;
  if (width === FILES.sdn.length || width === FILES.sdn.length + 1) return 'sdn';
  if (!isNumber(1)) return undefined;
  if (ALIAS_TYPES.includes(cells[2]?.trim().toLowerCase() ?? '') && (width === 5 || width === 6)) return 'alt';
  return width === FILES.add.length || width === FILES.add.length + 1 ? 'add' : undefined;
}
