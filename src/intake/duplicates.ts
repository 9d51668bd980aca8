/** Finds the rows that the store did not take because an earlier row of the import has their id and other content. */
import type { FactBatch, FactKind, ImportResult, ShipmentBatch } from '../store/port.js';
import { shipmentAt } from '../store/records.js';
import type { Source } from './formats.js';
import { NativeSource } from './native.js';
import { ReportLog } from './report.js';
import { type FileTally, ImportRun, reasonText } from './run.js';

type Duplicates = ImportResult['duplicates'];

/**
 * Reports each with its line and puts it into its file's rejects. Only an import that has some pays for this:
 * its native files of that kind are read once more, since keeping every row until the store has decided would
 * need as much memory as the files are long.
 */
export async function rejectDuplicates(
  duplicates: Duplicates,
  sources: readonly Source[],
  run: ImportRun,
): Promise<void> {
  if (duplicates.length === 0) return;
  const wanted = new Map<FactKind, Map<string, number>>();
  for (const { kind, id } of duplicates) {
    const ofKind = wanted.get(kind) ?? new Map<string, number>();
    ofKind.set(id, (ofKind.get(id) ?? 0) + 1);
    wanted.set(kind, ofKind);
  }
  const tallies = new Map(run.tallies.map((tally) => [tally.file, tally]));
  const again = new ImportRun(
    { ...run.settings, signal: undefined, rejectDir: undefined, onRead: () => undefined },
    new ReportLog(),
    run.payers,
  );
  const first = new Map<string, string>();
  for (const source of sources) {
    if (!(source instanceof NativeSource)) continue;
    const { kind } = source;
    const ids = wanted.get(kind);
    if (ids === undefined) continue;
    const tally = tallies.get(source.heads[0]?.path ?? '') as FileTally;
    for await (const { batch, lines, rejectLine } of source.stretches(again)) {
      factIds(batch, kind).forEach((id, index) => {
        const left = ids.get(id);
        if (left === undefined || left === 0) return;
        const fact = factAt(batch, kind, index);
        const key = `${kind}\u001f${id}\u001f${fact.dataset}`;
        const content = contentOf(fact);
        const before = first.get(key);
        if (before === undefined) first.set(key, content);
        else if (before !== content) {
          ids.set(id, left - 1);
          const message = `an earlier row of this import has the id \`${id}\` and says something else: give one of them another id`;
          tally.reject(
            { line: lines[index], column: 'id', value: id, reason: 'duplicate-id', message },
            rejectLine(index, reasonText('duplicate-id', message)),
          );
        }
      });
      await tally.flush();
    }
  }
  for (const { kind, id, record } of duplicates) {
    const left = wanted.get(kind)?.get(id) ?? 0;
    if (left === 0) continue;
    wanted.get(kind)?.set(id, left - 1);
    const message = `an earlier record of this import has the id \`${id}\` and says something else (record \`${record}\`)`;
    run.tallies[0]?.reject({ line: undefined, column: 'id', value: id, reason: 'duplicate-id', message }, undefined);
  }
}

interface AnyFact {
  readonly dataset: string;
}

function factIds(batch: FactBatch, kind: FactKind): readonly string[] {
  return kind === 'shipments' ? (batch.shipments?.id ?? []) : (batch[kind] ?? []).map(({ id }) => id);
}

function factAt(batch: FactBatch, kind: FactKind, index: number): AnyFact {
  if (kind !== 'shipments') return batch[kind]?.[index] as AnyFact;
  return shipmentAt(batch.shipments as ShipmentBatch, index);
}

/** What a fact says, without where and when it was read. */
function contentOf(fact: AnyFact): string {
  return JSON.stringify({ ...fact, record: undefined, retrievedOn: undefined });
}
