/** What the playground opens with, as its address says. */
import { EXAMPLES } from './examples.js';

export interface Question {
  readonly query: string;
  /** As JSON. */
  readonly variables?: string;
}

/**
 * A question handed over by a view of the page stands behind the `#`, a worked one is named by `?example=`; undefined
 * where the address asks for nothing, then the tabs of the last visit come back.
 */
export function questionAsked(search: string, hash: string): Question | undefined {
  const handed = new URLSearchParams(hash.replace(/^#/, ''));
  const query = handed.get('query');
  const variables = handed.get('variables');
  if (query !== null) return { query, ...(variables === null ? {} : { variables }) };
  const name = new URLSearchParams(search).get('example');
  const example = EXAMPLES.find((one) => one.name === name);
  return example && { query: example.query };
}
