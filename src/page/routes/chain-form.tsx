/** “Why is this not a route?” – names a chain that the investigator suspects. */
import { type FormEvent, useState } from 'react';
import type { Chain } from './place.js';
import { readList } from './terms.js';

interface ChainFormProps {
  readonly chain: Chain | undefined;
  readonly ask: (chain: Chain) => void;
}

/** Give it a `key` that changes with the chain, so that the back button brings the old one back. */
export function ChainForm({ chain, ask }: ChainFormProps) {
  const [parties, setParties] = useState(chain?.parties.join('; ') ?? '');
  const [shipments, setShipments] = useState(chain?.shipments.join('; ') ?? '');
  const named: Chain = { parties: readList(parties), shipments: readList(shipments) };
  const isEmpty = named.parties.length + named.shipments.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) ask(named);
  };
  return (
    <details className="chain-form" open={chain !== undefined}>
      <summary>Why is this not a route?</summary>
      <form className="question" onSubmit={submit} aria-label="A chain to test">
        <p className="wide quiet">
          Name the chain you suspect, in travel order. It is held against the terms above: you get its rank, or the
          first condition it fails.
        </p>
        <label className="wide">
          <span>
            Party ids <small>with “;” between</small>
          </span>
          <textarea rows={2} value={parties} spellCheck={false} onChange={(event) => setParties(event.target.value)} />
        </label>
        <label className="wide">
          <span>
            Shipment ids <small>instead, or as well</small>
          </span>
          <textarea
            rows={2}
            value={shipments}
            spellCheck={false}
            onChange={(event) => setShipments(event.target.value)}
          />
        </label>
        <div className="question-do wide">
          <button type="submit" className="main" disabled={isEmpty}>
            Test the chain
          </button>
        </div>
      </form>
    </details>
  );
}
