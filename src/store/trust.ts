/** Which of several descriptions of one party is shown. */
import type { Entity } from '../model/entity.js';

/**
 * How far a description of a party is trusted, 0 most: an LEI, a registry number, the id of a listing, any
 * other identifier, a name with country and address, anything less. (`data-formats`, section 15, order of trust.)
 *
 * Where two data sets describe one id, the lower number is shown; ties by data set name in byte order.
 * Records of other kinds carry nothing to compare and go by data set name alone.
 */
export function trustOf(entity: Entity): number {
  const schemes = entity.identifiers.map((identifier) => identifier.scheme);
  if (schemes.includes('lei')) return 0;
  if (schemes.some((scheme) => scheme.startsWith('registration'))) return 1;
  if (schemes.some((scheme) => scheme.startsWith('listing:'))) return 2;
  if (schemes.length > 0) return 3;
  return entity.name !== undefined && entity.country !== undefined && entity.address !== undefined ? 4 : 5;
}
