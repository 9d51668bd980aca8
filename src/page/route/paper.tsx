/** The shipment as its document states it; what is absent is said to be. */
import { figure } from '../figures.js';
import { Id } from '../frame/id.js';
import type { HopToldFragment, ShipmentToldFragment } from '../generated.js';

interface PaperProps {
  readonly shipment: ShipmentToldFragment;
  readonly hop: HopToldFragment;
}

export function Paper({ shipment, hop }: PaperProps) {
  const party = (one: ShipmentToldFragment['endUser']) =>
    one === null ? null : `${one.name ?? one.id}${one.country === null ? '' : ` (${one.country})`}`;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Departs', dated(shipment.departs, shipment.departsAssumed, shipment.departsBetween)],
    ['Arrives', dated(shipment.arrives, shipment.arrivesAssumed, shipment.arrivesBetween)],
    ['Way', wayOf(shipment)],
    ['Goods named', shipment.product],
    ['Description', shipment.description],
    ['HS heading', shipment.hs],
    ['ECCN', shipment.eccn],
    ['Units', shipment.units === null ? null : figure(shipment.units)],
    [
      'Chips',
      hop.chips === null ? null : `${figure(hop.chips)}${hop.tpp === null ? '' : `, ${figure(hop.tpp, 0)} TPP`}`,
    ],
    [
      'Value',
      shipment.value === null ? null : `${figure(shipment.value)} ${shipment.currency ?? '(currency unknown)'}`,
    ],
    ['Weight', shipment.weightKg === null ? null : `${figure(shipment.weightKg)} kg`],
    ['Declared end user', party(shipment.endUser)],
    ['Forwarder', party(shipment.forwarder)],
    ['Paid by', shipment.paidBy],
    ['Licence named', shipment.licence],
    ['Exception claimed', shipment.exception],
    ['Certifications', shipment.certifications.join(', ') || null],
    ['Kind', shipment.act === null ? null : shipment.act.toLowerCase()],
  ];
  const absent = rows.flatMap(([name, value]) =>
    value === null ? [name.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())] : [],
  );
  return (
    <div className="paper">
      <dl className="facts facts-dense">
        <dt>Document</dt>
        <dd>
          {shipment.document === null ? (
            <span className="quiet">no number</span>
          ) : (
            <Id id={shipment.document} what="the document’s number" />
          )}
        </dd>
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name} className="pair">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {absent.length > 0 && <p className="quiet">Not stated: {absent.join(', ')}.</p>}
    </div>
  );
}

function dated(stated: string, assumed: boolean, { from, to }: { readonly from: string; readonly to: string }): string {
  if (assumed) return `not stated; assumed between ${from} and ${to}`;
  return from === to ? stated : `${stated} (between ${from} and ${to})`;
}

function wayOf({ fromCountry, toCountry, via }: ShipmentToldFragment): string | null {
  if (fromCountry === null && toCountry === null && via.length === 0) return null;
  return [fromCountry ?? '?', ...via.map((country) => `via ${country}`), toCountry ?? '?'].join(' → ');
}
