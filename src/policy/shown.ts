/** How the value of a fact is written for people. */
import { countryName } from '../model/country.js';
import { formatShare } from '../model/share.js';
import type { FactSpec, Range } from './facts.js';
import type { OwnedByListed } from './movement.js';

/** `15,832`, `MY (Malaysia)`, `entity-list 60%`; a range as `1 to 5`; an empty list as `none`. */
export function show(value: never, kind: FactSpec['kind']): string {
  switch (kind) {
    case 'number': {
      const [least, most] = value as Range;
      return least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}`;
    }
    case 'country':
      return `${value as string} (${countryName(value)})`;
    case 'codes': {
      const { certain, possible } = value as { certain: readonly string[]; possible: readonly string[] };
      return [...certain, ...possible.map((one) => `${one} (not excluded)`)].join(', ') || 'none';
    }
    case 'shares':
      return (
        (value as readonly OwnedByListed[])
          .map((owner) => `${owner.list} ${owner.share ? formatShare(owner.share) : 'unknown'}`)
          .join(', ') || 'none'
      );
    case 'class':
      return (value as readonly string[]).join(' or ');
    default:
      return String(value);
  }
}

/** `15,832`, `0.08`, `2e+26`. */
function grouped(value: number): string {
  if (value >= 1e21) return String(value);
  const [whole = '', fraction] = String(Number.isInteger(value) ? value : Number(value.toFixed(4))).split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
