/** All lots that went along the chain of parties, not only those of the best chain of movements. */
import { shownDate } from '../days.js';
import { count, figure } from '../figures.js';
import { Scroll } from '../frame/scroll.js';
import type { RouteToldFragment } from '../generated.js';

export function Lots({ route }: { readonly route: RouteToldFragment }) {
  const { nodes, totalCount } = route.lots;
  if (nodes.length === 0) return null;
  const best = new Set(route.hops.flatMap(({ shipment }) => (shipment === null ? [] : [shipment.id])));
  return (
    <details className="lots">
      <summary>
        <h3>All lots along this chain of parties</h3> <span className="quiet">{count(totalCount)}</span>
      </summary>
      <Scroll label="Lots along the chain">
        <table>
          <thead>
            <tr>
              <th scope="col">Hop</th>
              <th scope="col">Shipment</th>
              <th scope="col">Departs</th>
              <th scope="col">Arrives</th>
              <th scope="col">Goods on paper</th>
              <th scope="col" className="number">
                Units
              </th>
              <th scope="col" className="number">
                Chips
              </th>
            </tr>
          </thead>
          <tbody>
            {nodes.map(({ hop, chips, shipment }) => (
              <tr key={`${hop} ${shipment.id}`} className={best.has(shipment.id) ? 'lot-best' : undefined}>
                <td className="figure">{hop + 1}</td>
                <td>
                  <code>{shipment.id}</code>
                  {best.has(shipment.id) && <span className="quiet"> in the best chain</span>}
                </td>
                <td className="figure">{shownDate(shipment.departs, shipment.departsAssumed)}</td>
                <td className="figure">{shownDate(shipment.arrives, shipment.arrivesAssumed)}</td>
                <td>{shipment.product ?? <span className="quiet">not named</span>}</td>
                <td className="number">{figure(shipment.units)}</td>
                <td className="number">{figure(chips)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {totalCount.value > nodes.length && <p className="quiet">The first {nodes.length} are shown.</p>}
    </details>
  );
}
