/** The hops side by side, as their papers state them, with what the law says of each. */
import { stay } from '../days.js';
import { figure } from '../figures.js';
import { Scroll } from '../frame/scroll.js';
import type { HopToldFragment } from '../generated.js';
import { TIES } from '../wording.js';
import { Verdict } from './verdict.js';

export function HopTable({ hops }: { readonly hops: readonly HopToldFragment[] }) {
  return (
    <section aria-labelledby="hops-heading">
      <h3 id="hops-heading">Hop by hop</h3>
      <Scroll label="Hops compared">
        <table className="hops">
          <thead>
            <tr>
              <th scope="col">Hop</th>
              <th scope="col">Goods on paper</th>
              <th scope="col" className="number">
                Units
              </th>
              <th scope="col" className="number">
                Value
              </th>
              <th scope="col" className="number">
                Weight
              </th>
              <th scope="col">Stay before</th>
              <th scope="col">On its papers</th>
              <th scope="col">Knowing the end</th>
            </tr>
          </thead>
          <tbody>
            {hops.map((hop) => (
              <HopRow key={hop.index} hop={hop} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function HopRow({ hop }: { readonly hop: HopToldFragment }) {
  const { shipment, tie } = hop;
  const link = (
    <th scope="row">
      <a href={`#hop-${hop.index}`}>{hop.index + 1}</a>
    </th>
  );
  if (shipment === null) {
    return (
      <tr className="hop-tie">
        {link}
        <td colSpan={7}>Tie, no paper: {tie && TIES[tie.kind].toLowerCase()}</td>
      </tr>
    );
  }
  const codes = [shipment.hs && `HS ${shipment.hs}`, shipment.eccn && `ECCN ${shipment.eccn}`].filter(Boolean);
  return (
    <tr className={hop.extension ? 'hop-extension' : undefined}>
      {link}
      <td>
        <b>{shipment.product ?? shipment.description ?? 'not named'}</b>
        {shipment.product !== null && shipment.description !== null && <span> {shipment.description}</span>}
        {codes.length > 0 && <span className="quiet second">{codes.join(', ')}</span>}
      </td>
      <td className="number">{figure(shipment.units)}</td>
      <td className="number">
        {figure(shipment.value, 0)} {shipment.currency}
        <span className="quiet second">{each(shipment.value, shipment.units, 0)}</span>
      </td>
      <td className="number">
        {shipment.weightKg === null ? '–' : `${figure(shipment.weightKg, 1)} kg`}
        <span className="quiet second">{each(shipment.weightKg, shipment.units, 1)}</span>
      </td>
      <td>
        {hop.dwell === null ? '–' : stay(hop.dwell)}
        {hop.timing === 'POSSIBLE' && <span className="quiet second">order possible, not proven</span>}
      </td>
      <td>{hop.judgement && <Verdict outcome={hop.judgement.outcome} />}</td>
      <td>{hop.judgementAsFound && <Verdict outcome={hop.judgementAsFound.outcome} />}</td>
    </tr>
  );
}

function each(total: number | null, units: number | null, decimals: number): string {
  return total === null || units === null || units === 0 ? '' : `${figure(total / units, decimals)} a piece`;
}
