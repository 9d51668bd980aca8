/** The ranked routes as files: JSON Lines and CSV, the same as the command line writes. */
import { useState } from 'react';
import { useClient } from 'urql';
import { readFault } from '../asking/fault.js';
import type { RouteRowsQuery, RouteRowsQueryVariables } from '../generated.js';
import { ROUTE_ROWS } from '../questions/documents.js';
import { csvOf, jsonLinesOf } from './route-files.js';
import { type Terms, termVariables } from './terms.js';

export function Downloads({ terms }: { readonly terms: Terms }) {
  const client = useClient();
  const [said, setSaid] = useState('');
  const save = async (format: 'csv' | 'jsonl') => {
    setSaid('…');
    const variables = { ...termVariables(terms), k: terms.k };
    const { data, error } = await client.query<RouteRowsQuery, RouteRowsQueryVariables>(ROUTE_ROWS, variables);
    if (error !== undefined || data === undefined) {
      setSaid(error === undefined ? 'nothing came back' : readFault(error).message);
      return;
    }
    const routes = data.diversionRoutes.nodes;
    offer(`routes.${format}`, format === 'csv' ? csvOf(routes) : jsonLinesOf(routes));
    setSaid('');
  };
  return (
    <span className="downloads">
      <span className="quiet" role="status">
        {said}
      </span>
      <button type="button" className="plain" onClick={() => save('csv')}>
        as CSV
      </button>
      <button type="button" className="plain" onClick={() => save('jsonl')}>
        as JSON Lines
      </button>
    </span>
  );
}

function offer(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = window.document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
