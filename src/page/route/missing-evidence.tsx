/** What is not known and how far it could move the score. */
import { bits, counted, signedBits } from '../figures.js';
import { Scroll } from '../frame/scroll.js';
import type { RouteToldFragment } from '../generated.js';

export function MissingEvidence({ score }: { readonly score: RouteToldFragment['score'] }) {
  const { range, missing } = score;
  if (missing.length === 0) return <p>Nothing that a flag needs is unknown here.</p>;
  return (
    <details className="missing">
      <summary>
        <b>
          If what is not known were known: {bits(range.low)} to {bits(range.high)} bits
        </b>{' '}
        <span className="quiet">{counted(missing.length, 'piece')} of evidence lack facts; they add nothing now</span>
      </summary>
      <Scroll label="Missing evidence">
        <table>
          <thead>
            <tr>
              <th scope="col">Flag</th>
              <th scope="col">Hop</th>
              <th scope="col">Needs</th>
              <th scope="col" className="number">
                Might add
              </th>
              <th scope="col" className="number">
                Might take
              </th>
            </tr>
          </thead>
          <tbody>
            {missing.map(({ flag, family, carrier, carrierName, hop, needs, mightAdd, mightTake }) => (
              <tr key={`${flag} ${carrier} ${carrierName}`}>
                <td>
                  {flag} <span className="quiet">{family}</span>
                </td>
                <td>{hop === null ? 'origin' : <a href={`#hop-${hop}`}>{hop + 1}</a>}</td>
                <td>{needs.join(', ')}</td>
                <td className="number">{mightAdd === 0 ? '–' : signedBits(mightAdd)}</td>
                <td className="number">{mightTake === 0 ? '–' : signedBits(-mightTake)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
