/** What an answer could not look at. */
import { LISTS } from '../model/listing.js';
import type { Gap } from './answers.js';
import type { Projection } from './projection.js';

/** Lists that an export officer expects to be looked at. */
const EXPECTED = LISTS.filter((list) => ['entity-list', 'meu', 'sdn', 'denied-persons', 'unverified'].includes(list));

export function gapsOf(projection: Projection): Gap[] {
  const { lists, goods, network, fills, stubs } = projection;
  const gaps: Gap[] = [];
  for (const list of EXPECTED) {
    if (!lists.loaded.includes(list)) {
      gaps.push({
        kind: 'LIST_NOT_LOADED',
        sentence: `The list \`${list}\` is not loaded: import it, or do not read silence as "not listed".`,
      });
    }
  }
  if (stubs > 0) {
    gaps.push({
      kind: 'UNKNOWN_ID',
      count: stubs,
      sentence: `${stubs} parties are named by records and described by none: import their entities.`,
    });
  }
  let unknown = 0;
  for (let m = 0; m < network.movements.count; m++) {
    const kind = goods.codes[network.movements.goods[m] as number]?.kind;
    if (kind === 'UNKNOWN' || kind === 'WORDS') unknown++;
  }
  if (unknown > 0) {
    gaps.push({
      kind: 'UNKNOWN_GOODS',
      count: unknown,
      sentence: `${unknown} shipments do not say what they carry, by product, ECCN, words or heading.`,
    });
  }
  for (const [column, filled] of Object.entries(fills)) {
    if (!filled)
      gaps.push({
        kind: 'COLUMN_NEVER_FILLED',
        sentence: `No shipment fills \`${column}\`: a blank there says nothing.`,
      });
  }
  return gaps;
}
