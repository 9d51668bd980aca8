/** Where the goods were to go on to, by the paper they came with. */
import type { Predicate } from '../flag.js';
import type { DestinationSituation } from '../situations.js';

export const destination: Readonly<Record<string, Predicate<DestinationSituation>>> = {
  'declared-for-next-consignee': { find: (s) => s.declared },
};
