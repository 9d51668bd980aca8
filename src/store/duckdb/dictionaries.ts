/** The statements that codes stand for. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Dictionaries, Paper, Places, Terms } from '../port.js';
import { present } from '../records.js';
import { list } from './records.js';
import { rows } from './session.js';

/** All dictionaries; a statement's code is its index. */
export async function readDictionaries(c: DuckDBConnection): Promise<Dictionaries> {
  const papers = await rows(c, 'SELECT product, eccn, hs, description FROM paper ORDER BY code');
  const terms = await rows(c, 'SELECT * FROM terms ORDER BY code');
  const places = await rows(c, 'SELECT * FROM places ORDER BY code');
  return {
    papers: papers.map((row) => present<Paper>(row as Paper)),
    terms: terms.map((row) =>
      present<Terms>({
        act: row.act,
        exception: row.exception,
        certifications: list(row.certifications),
        currency: row.currency,
        paidBy: row.paid_by,
        licence: row.licence,
      }),
    ),
    places: places.map((row) => present<Places>({ fromCountry: row.from_country, toCountry: row.to_country })),
  };
}
