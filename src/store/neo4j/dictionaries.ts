/** The statements that codes stand for, and what is loaded from where. */
import type { Dataset, Dictionaries, Paper, Places, Terms } from '../port.js';
import { present } from '../records.js';
import type { Run, StoreState } from './database.js';
import type { Properties } from './properties.js';

/** All dictionaries; a statement's code is its index. */
export async function readDictionaries(run: Run, state: StoreState): Promise<Dictionaries> {
  const said = async (kind: 'papers' | 'terms' | 'places') =>
    (await run(`${kind}-all`, { codes: state[kind] })).map((row) => row.said as Properties);
  const papers = await said('papers');
  const terms = await said('terms');
  const places = await said('places');
  return {
    papers: papers.map((p) =>
      present<Paper>({ product: p.product, eccn: p.eccn, hs: p.hs, description: p.description }),
    ),
    terms: terms.map((p) =>
      present<Terms>({
        act: p.act,
        exception: p.exception,
        certifications: p.certifications ?? [],
        currency: p.currency,
        paidBy: p.paidBy,
        licence: p.licence,
      }),
    ),
    places: places.map((p) => present<Places>({ fromCountry: p.fromCountry, toCountry: p.toCountry })),
  };
}

/** Data sets by name. */
export async function readDatasets(run: Run): Promise<Dataset[]> {
  return (await run('datasets')).map((row) =>
    present<Dataset>({
      name: row.name,
      records: {
        entities: row.entities,
        links: row.links,
        shipments: row.shipments,
        listings: row.listings,
        authorizations: row.authorizations,
      },
      retrievedOn: row.retrievedOn,
      importedAt: row.importedAt,
    }),
  );
}
