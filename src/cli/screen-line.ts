/** The result for one input as a line of JSON, which stands for itself, and as rows of a table. */
import type { ScreenAnswer, ScreenResult } from '../app.js';
import type { Row } from './output.js';

export interface ScreenLine {
  /** Of the input, from 1, and the line it begins on. */
  readonly row: number;
  readonly line: number;
  readonly id: string | null;
  readonly name: string;
  readonly status: ScreenResult['status'];
  readonly hits: ScreenResult['hits'];
  readonly notChecked: readonly string[];
  readonly ran: ScreenAnswer['ran'];
  readonly notLoaded: readonly string[];
  readonly threshold: number;
  readonly on: string;
  readonly asOf: string | null;
  readonly storeVersion: number;
}

export function screenLine(
  answer: ScreenAnswer,
  index: number,
  row: number,
  line: number,
  id: string | undefined,
  name: string,
): ScreenLine {
  const { status, hits, notChecked } = answer.results[index] as ScreenResult;
  const { ran, notLoaded, threshold, on, asOf, storeVersion } = answer;
  return {
    row,
    line,
    id: id ?? null,
    name,
    status,
    hits,
    notChecked,
    ran,
    notLoaded,
    threshold,
    on,
    asOf: asOf ?? null,
    storeVersion,
  };
}

/** One row a hit; one without a hit for an input that has none. */
export function screenRows(line: ScreenLine): Row[] {
  const { row, id, name, status, notChecked, ran, notLoaded } = line;
  const input = { row, id, name, status };
  const rest = {
    notChecked,
    ran: ran.map(({ list, retrievedOn }) => `${list} of ${retrievedOn ?? 'an unknown day'}`),
    notLoaded,
  };
  if (line.hits.length === 0) return [{ ...input, ...NO_HIT, ...rest }];
  return line.hits.map(({ score, band, party, listedAs, partyName, nameReasons, features, listings }) => ({
    ...input,
    score,
    band,
    party,
    listedAs,
    partyName,
    reasons: [...nameReasons, ...features.map(({ feature, sentence }) => `${feature}: ${sentence}`)],
    lists: listings.map(({ list }) => list),
    programmes: listings.flatMap(({ programme }) => programme ?? []),
    holds: listings.map(({ holds }) => holds),
    citations: listings.map(({ citation, record }) => citation ?? record),
    ...rest,
  }));
}

const NO_HIT = {
  score: null,
  band: null,
  party: null,
  listedAs: null,
  partyName: null,
  reasons: null,
  lists: null,
  programmes: null,
  holds: null,
  citations: null,
};
