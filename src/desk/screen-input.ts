/** A party to screen, read from cells of text. */
import type { NameKnowledge } from '../identity/knowledge.js';
import { parseIdentifier, presentText, splitList } from '../intake/cells.js';
import { parseCountry } from '../model/country.js';
import { type PartialDate, parsePartialDate } from '../model/day.js';
import type { Identifier } from '../model/entity.js';
import { DetourError } from '../model/errors.js';
import type { Store } from '../store/port.js';
import type { ScreenCells } from './screen-columns.js';
import { type ScreenAnswer, type ScreenInput, Screening, type ScreenQuestion, type ScreenResult } from './screening.js';

/** What a cell says that could not be read is unknown, and told. */
export interface ReadInput {
  readonly input: ScreenInput;
  readonly faults: readonly { readonly column: string; readonly message: string }[];
}

/** Never throws. A blank name stays a blank name: it is not checked, and its result says so. */
export function readScreenInput(cells: ScreenCells): ReadInput {
  const faults: { column: string; message: string }[] = [];
  const fault = (column: string, message: string) => {
    faults.push({ column, message });
    return undefined;
  };
  const country = (column: 'country' | 'nationality') => {
    const stated = presentText(cells[column] ?? '');
    return stated === undefined ? undefined : (parseCountry(stated) ?? fault(column, `\`${stated}\` is no country`));
  };
  const identifiers: Identifier[] = [];
  const lei = presentText(cells.lei ?? '');
  if (lei !== undefined) identifiers.push({ scheme: 'lei', value: lei.toUpperCase() });
  for (const stated of splitList(cells.identifiers ?? '')) {
    const identifier = parseIdentifier(stated);
    if (identifier === undefined) fault('identifiers', `\`${stated}\` is not an identifier: write \`scheme:value\``);
    else identifiers.push(identifier);
  }
  return {
    input: {
      name: cells.name ?? '',
      aliases: splitList(cells.aliases ?? ''),
      schema: presentText(cells.schema ?? ''),
      country: country('country'),
      nationality: country('nationality'),
      address: presentText(cells.address ?? ''),
      birthDate: dateOf(cells.birthDate ?? '', (message) => fault('birthDate', message)),
      identifiers,
    },
    faults,
  };
}

function dateOf(cell: string, fault: (message: string) => undefined): PartialDate | undefined {
  const stated = presentText(cell);
  if (stated === undefined) return undefined;
  try {
    return parsePartialDate(stated);
  } catch (error) {
    if (error instanceof DetourError) return fault(error.message);
    throw error;
  }
}

/** Screens rows of text; what a row says that cannot be read is among what was not checked. */
export class RowScreening {
  readonly #screening: Screening;

  constructor(store: Store, knowledge: NameKnowledge, now: () => number) {
    this.#screening = new Screening(store, knowledge, now);
  }

  /** @throws DetourError as `Screening.screen`. */
  async screen(rows: readonly ScreenCells[], terms: Omit<ScreenQuestion, 'inputs'>): Promise<ScreenAnswer> {
    const read = rows.map(readScreenInput);
    const answer = await this.#screening.screen({ ...terms, inputs: read.map(({ input }) => input) });
    return { ...answer, results: answer.results.map((result, row) => withFaults(result, read[row] as ReadInput)) };
  }
}

function withFaults(result: ScreenResult, { faults }: ReadInput): ScreenResult {
  if (faults.length === 0) return result;
  const columns = faults.map(({ column }) => column);
  const told = faults.map(({ column, message }) => `${column}: ${message}`);
  // What was given and could not be read is not "not given" as well.
  const others = result.notChecked.filter((one) => !columns.some((column) => one.startsWith(`${column}:`)));
  return { ...result, notChecked: [...told, ...others] };
}
