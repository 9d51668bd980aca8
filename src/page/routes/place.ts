/** What the Routes view shows, as its address says it: a question, and a chosen route or a suspected chain. */
import { readTerms, type Terms, writeTerms } from './terms.js';

export interface Place {
  readonly terms: Terms;
  /** Id of the chosen route; the best one if not given. */
  readonly route?: string;
  /** A chain that is asked about instead. */
  readonly chain?: Chain;
}

/** Ids in travel order. */
export interface Chain {
  readonly parties: readonly string[];
  readonly shipments: readonly string[];
}

export function readPlace(search: string): Place {
  const given = new URLSearchParams(search);
  const route = given.get('route');
  const chain = { parties: given.getAll('party'), shipments: given.getAll('shipment') };
  return {
    terms: readTerms(search),
    ...(route === null ? {} : { route }),
    ...(chain.parties.length + chain.shipments.length > 0 ? { chain } : {}),
  };
}

/** The address of the view in that state. */
export function placeHref({ terms, route, chain }: Place): string {
  const address = writeTerms(terms);
  if (route !== undefined) address.set('route', route);
  for (const one of chain?.parties ?? []) address.append('party', one);
  for (const one of chain?.shipments ?? []) address.append('shipment', one);
  const search = address.toString();
  return search === '' ? '/routes' : `/routes?${search}`;
}
