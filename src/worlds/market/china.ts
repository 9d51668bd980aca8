/** Lawful trade in accelerators into China: what was free on its day, what was made to be free, and what went under licence. */
import { type Day, parseDay } from '../../model/day.js';
import type { Cast } from '../cast.js';
import type { Chance } from '../chance.js';
import { goodOf } from '../goods.js';
import type { Ledger, Party } from '../ledger.js';
import { CHINA_LANE_ASSURANCES } from '../papers.js';
import type { Supply } from './supply.js';

export function tradeWithChina(ledger: Ledger, cast: Cast, supply: Supply): void {
  const chance = ledger.chance.fork('china');
  const clouds = cast.buyers
    .filter((buyer) => buyer.party.roles.includes('cloud') && ['CN', 'HK'].includes(buyer.party.country))
    .map((buyer) => buyer.party);
  const [designer] = cast.designers;
  const dealers = cast.dealers
    .filter((dealer) => dealer.sells.includes('accelerator') && dealer.party.country === 'SG')
    .map((dealer) => dealer.party);
  const regular = chance.shuffle(clouds).slice(0, 4);

  const direct = (key: string, times: number, from: string, to: string, units: readonly number[]): void => {
    for (let i = 0; i < times; i++) {
      supply.send({
        shipper: designer,
        consignee: chance.pick(regular),
        good: goodOf(key),
        units: chance.pick(units),
        departs: dayIn(chance, from, to),
      });
    }
  };
  direct('a100', 5, '2022-06-05', '2022-08-20', [64, 100, 128, 200, 400]);
  direct('a800', 12, '2022-12-01', '2023-11-01', [100, 128, 256, 400, 800]);
  direct('h800-sxm', 8, '2023-03-20', '2023-11-01', [100, 200, 256, 512]);
  direct('h20', 18, '2024-02-15', '2025-04-01', [128, 256, 400, 500, 1000, 2000]);
  // By licence again since the summer of 2025.
  direct('h20', 8, '2025-08-20', '2026-03-20', [256, 500, 1000]);

  // Through a dealer in Singapore, while that was free.
  for (let i = 0; i < 3; i++) {
    const dealer = chance.pick(dealers);
    const buyer = chance.pick(regular);
    const first = supply.send(
      {
        shipper: designer,
        consignee: dealer,
        good: goodOf('a800'),
        units: chance.pick([100, 128, 200]),
        departs: dayIn(chance, '2022-12-10', '2023-08-01'),
      },
      buyer,
    );
    supply.send({
      shipper: dealer,
      consignee: buyer,
      good: first.good,
      units: first.units,
      departs: first.arrives + chance.int(5, 40),
      guise: first.guise,
      pieceKg: first.weightKg / first.units,
    });
  }
  for (let i = 0; i < 4; i++)
    licensed(ledger, chance, supply, designer, chance.pick(regular), dayIn(chance, '2026-03-01', '2026-08-20'));
}

/** The lane of January 2026: from the United States only, with six assurances. */
function licensed(ledger: Ledger, chance: Chance, supply: Supply, from: Party, to: Party, day: Day): void {
  const good = goodOf('h200-sxm');
  const movement = supply.send({
    shipper: from,
    consignee: to,
    good,
    units: chance.pick([64, 128, 256]),
    departs: day,
    endUser: to.id,
  });
  movement.licence = movement.licence ?? ledger.licence(to, good.tpp * movement.units, day);
  movement.certifications = CHINA_LANE_ASSURANCES;
}

function dayIn(chance: Chance, from: string, to: string): Day {
  return chance.int(parseDay(from), parseDay(to));
}
