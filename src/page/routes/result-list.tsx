/** The ranked routes: links that the arrow keys walk along. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { RankedRoutesQuery } from '../generated.js';
import { placeHref } from './place.js';
import { ResultRow } from './result-row.js';
import type { Terms } from './terms.js';

export type Ranked = RankedRoutesQuery['diversionRoutes'];

interface ResultListProps {
  readonly edges: Ranked['edges'];
  readonly terms: Terms;
  /** Id of the route that is shown. */
  readonly chosen: string | undefined;
  /** Called when a result was opened on purpose. */
  readonly onOpen: () => void;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

export function ResultList({ edges, terms, chosen, onOpen }: ResultListProps) {
  const list = useRef<HTMLOListElement>(null);
  // A link can name a route far down; only a list that scrolls by itself moves, never the page.
  useEffect(() => {
    const pane = list.current?.closest('.asking');
    const link = list.current?.querySelector('[aria-current]');
    if (!pane || !link || window.getComputedStyle(pane).position !== 'sticky') return;
    const { top, bottom } = link.getBoundingClientRect();
    const view = pane.getBoundingClientRect();
    if (top < view.top || bottom > view.bottom) pane.scrollTop += top - view.top - view.height / 3;
  }, []);
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(window.document.activeElement as HTMLAnchorElement);
    if (step === undefined || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    links[step(at, links.length - 1)]?.focus();
  };
  return (
    <ol ref={list} className="results" onKeyDown={walk} aria-label="Ranked routes; arrow keys move, Enter opens">
      {edges.map(({ node }) => (
        <li key={node.id}>
          <ResultRow
            route={node}
            href={placeHref({ terms, route: node.id })}
            isChosen={node.id === chosen}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ol>
  );
}
