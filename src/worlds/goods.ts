/**
 * Goods of the made worlds: accelerators under their catalogue ids, and what else moves under the same
 * headings. Performance figures follow the public data sheets; weights and prices are round guesses.
 */
import { type Day, parseDay } from '../model/day.js';

/** How export law sees the goods from 2023-11-17 on. */
export type ControlClass =
  // Data-centre accelerator over the upper thresholds, and what contains one.
  | 'datacentre'
  // Over the performance threshold, not made for data centres.
  | 'consumer'
  // Within the lower band.
  | 'lower'
  // Made to lie below; stopped for China by letter in April 2025.
  | 'letter'
  | 'none';

export type Family =
  | 'accelerator'
  | 'acceleratorServer'
  | 'chinaAccelerator'
  | 'card'
  | 'chinaCard'
  | 'memory'
  | 'network'
  | 'power'
  | 'server'
  | 'spares'
  | 'laptop'
  | 'furniture'
  | 'tea'
  | 'toys';

export interface Good {
  /** Catalogue id; goods that are no accelerator have none. */
  readonly product?: string;
  /** Name within this room. */
  readonly key: string;
  readonly family: Family;
  readonly control: ControlClass;
  readonly hs: string;
  /** What papers call it, plainest first. */
  readonly words: readonly string[];
  readonly unitKg: number;
  readonly unitUsd: number;
  /** Total processing performance of a piece; 0 where it plays no part. */
  readonly tpp: number;
  readonly kilowatts: number;
  /** Sold from the first of these days to the second. */
  readonly from: Day;
  readonly to: Day;
  /** Caught by the rule of October 2022 (bandwidth between chips of 600 GB/s or more). */
  readonly caughtIn2022: boolean;
}

/** The good of a key. @throws Error for another key, which is a slip of this room. */
export function goodOf(key: string): Good {
  const good = GOODS.find((each) => each.key === key);
  if (good === undefined) throw new Error(`made worlds have no good \`${key}\``);
  return good;
}

/** Goods of some families that are sold on a day. */
export function onSale(families: readonly Family[], day: Day): readonly Good[] {
  return GOODS.filter((good) => families.includes(good.family) && good.from <= day && day <= good.to);
}

/** Goods that take room at sea rather than a seat in the air. */
export function isBulky(good: Good): boolean {
  return good.family === 'furniture' || good.family === 'tea' || good.family === 'toys';
}

/** How many of such a thing people order: the usual round numbers, smallest first. */
export function usualQuantities(good: Good): readonly number[] {
  switch (good.family) {
    case 'acceleratorServer':
      return good.key === 'gb200-nvl72' ? [1, 2, 4, 8] : [1, 2, 2, 4, 4, 8, 8, 10, 16, 20, 32, 64];
    case 'accelerator':
    case 'chinaAccelerator':
      return [2, 4, 8, 8, 16, 16, 24, 32, 48, 64, 64, 100, 128, 200, 256];
    case 'card':
    case 'chinaCard':
      return [10, 20, 24, 40, 50, 60, 100, 100, 120, 200, 250, 400];
    case 'server':
      return [1, 2, 4, 6, 8, 10, 12, 16, 20, 24, 40];
    case 'furniture':
      return [12, 20, 40, 60, 80, 120, 200];
    default:
      return [10, 16, 20, 32, 50, 64, 100, 100, 128, 200, 256, 300, 500, 1000];
  }
}

const PLAIN_HS = { accelerator: '8473.30', acceleratorServer: '8471.50', card: '8473.30' } as const;

const GOODS: readonly Good[] = [
  ...accelerators('accelerator', 'datacentre', [
    ['a100', 4992, 1.6, 11_000, 0.4, '2022-06-01', '2025-02-28', true],
    ['h100-sxm', 15832, 2.2, 29_000, 0.7, '2022-11-01', '2026-03-31', true],
    ['h100-pcie', 12104, 1.9, 26_500, 0.35, '2022-11-01', '2025-06-30', true],
    ['h100-nvl', 13364, 2, 30_000, 0.4, '2023-09-01', '2026-01-31', true],
    ['h200-sxm', 15832, 2.3, 33_000, 0.7, '2024-07-01', '2026-09-30', true],
    ['h200-nvl', 13364, 2.1, 31_500, 0.6, '2024-12-01', '2026-09-30', true],
    ['b200', 36000, 3.1, 39_000, 1, '2025-02-01', '2026-09-30', false],
    ['b300', 56000, 3.2, 47_000, 1.3, '2025-10-01', '2026-09-30', false],
    ['mi250', 5794, 2.1, 10_500, 0.5, '2022-06-01', '2024-02-29', true],
    ['mi300x', 20919, 2.8, 16_500, 0.75, '2024-01-15', '2026-03-31', true],
    ['mi325x', 20919, 2.8, 20_000, 1, '2025-01-01', '2026-09-30', true],
    ['mi355x', 40265, 3, 26_000, 1.4, '2025-09-01', '2026-09-30', false],
    ['gaudi-2', 6920, 2.4, 8_500, 0.6, '2022-08-01', '2024-10-31', false],
    ['gaudi-3', 14680, 2.6, 14_000, 0.9, '2024-10-01', '2026-09-30', false],
    ['l40s', 5864, 1.4, 8_400, 0.35, '2023-09-01', '2026-09-30', false],
    ['l4', 1940, 0.6, 2_600, 0.07, '2023-04-01', '2026-09-30', false],
  ]),
  ...accelerators('accelerator', 'lower', [
    ['mi210', 2896, 1.8, 6_800, 0.3, '2022-06-01', '2024-12-31', false],
    ['l40', 2896, 1.4, 7_200, 0.3, '2022-12-01', '2025-06-30', false],
  ]),
  ...accelerators('acceleratorServer', 'datacentre', [
    ['a100-x8-server', 39936, 118, 128_000, 6.5, '2022-06-01', '2024-12-31', true],
    ['h100-sxm-x8-server', 126656, 146, 288_000, 10.2, '2023-01-15', '2026-03-31', true],
    ['h200-sxm-x8-server', 126656, 148, 325_000, 10.2, '2024-08-15', '2026-09-30', true],
    ['b200-x8-server', 288000, 172, 415_000, 14.3, '2025-03-01', '2026-09-30', false],
    ['mi300x-x8-server', 167352, 154, 205_000, 11, '2024-03-01', '2026-03-31', true],
    ['gb200-nvl72', 2592000, 1520, 3_050_000, 125, '2025-04-01', '2026-09-30', false],
  ]),
  ...accelerators('chinaAccelerator', 'datacentre', [
    ['a800', 4992, 1.6, 12_500, 0.4, '2022-11-15', '2023-11-16', false],
    ['h800-sxm', 15832, 2.2, 31_000, 0.7, '2023-03-01', '2023-11-16', false],
  ]),
  ...accelerators('chinaAccelerator', 'letter', [['h20', 2368, 2.2, 12_200, 0.4, '2024-02-01', '2026-03-31', false]]),
  ...accelerators('card', 'consumer', [
    ['rtx-4090', 5285, 3.6, 1_720, 0.45, '2022-10-12', '2025-01-31', false],
    ['rtx-5090', 6704, 3.9, 2_350, 0.58, '2025-02-10', '2026-09-30', false],
  ]),
  ...accelerators('chinaCard', 'none', [
    ['rtx-4090d', 4700, 3.6, 1_780, 0.43, '2024-01-10', '2025-02-28', false],
    ['rtx-5090d', 4750, 3.9, 2_300, 0.57, '2025-03-01', '2026-09-30', false],
  ]),
  plain('midrange-card', 'card', '8473.30', 1.3, 310, [
    'graphics card 8 GB',
    'VGA card 12GB boxed',
    'display adapter retail',
  ]),
  plain('rdimm-64', 'memory', '8473.30', 0.07, 210, [
    'memory modules DDR5 RDIMM 64GB',
    'DRAM modules',
    'computer memory',
  ]),
  plain('ssd', 'memory', '8523.51', 0.12, 340, ['solid state drives 7.68TB', 'SSD U.2', 'storage drives']),
  plain('hdd', 'memory', '8471.70', 0.78, 290, ['hard disk drives 20TB', 'HDD 3.5 inch']),
  plain('nic-200g', 'network', '8517.62', 0.5, 980, ['network adapters 200G', 'NIC QSFP56', 'network interface cards']),
  plain('switch', 'network', '8517.62', 14, 11_800, ['ethernet switches 64 ports', 'data switch 1U']),
  plain('cables', 'network', '8544.42', 0.6, 120, ['cable assemblies QSFP', 'copper cables']),
  plain('psu', 'power', '8504.40', 2.6, 260, ['power supply units 3000W', 'PSU rack', 'static converters']),
  plain('pdu', 'power', '8504.40', 9.5, 640, ['rack power distribution', 'PDU 32A']),
  plain('server-2u', 'server', '8471.50', 29, 6_400, ['servers 2U', 'rack servers dual socket', 'processing units']),
  plain('storage-server', 'server', '8471.50', 46, 9_800, ['storage servers 4U', 'file servers']),
  plain('workstation', 'server', '8471.41', 21, 3_900, ['workstations', 'desktop computers tower']),
  plain('chassis', 'spares', '8473.30', 17, 420, ['server chassis', 'enclosures for servers, empty', 'computer cases']),
  plain('mainboard', 'spares', '8473.30', 1.7, 460, [
    'mainboards',
    'motherboards dual socket',
    'printed circuit assemblies for computers',
  ]),
  plain('heatsink', 'spares', '8473.30', 0.9, 38, ['heat sinks', 'cooler assemblies for servers']),
  plain('riser', 'spares', '8473.30', 0.4, 55, ['riser cards', 'PCIe adapter boards', 'parts for computers']),
  plain('fans', 'spares', '8414.59', 0.35, 14, ['fan modules', 'axial fans']),
  plain('laptop', 'laptop', '8471.30', 2.5, 720, ['notebook computers', 'laptops 14 inch', 'portable computers']),
  plain('monitor', 'laptop', '8528.52', 6.4, 190, ['monitors 27 inch', 'LCD displays']),
  plain('desks', 'furniture', '9403.30', 31, 95, ['office desks', 'wooden furniture', 'desks flat packed']),
  plain('chairs', 'furniture', '9401.39', 14, 62, ['office chairs', 'swivel chairs']),
  plain('black-tea', 'tea', '0902.40', 21, 88, ['black tea in cartons', 'tea']),
  plain('coffee', 'tea', '0901.21', 24, 140, ['roasted coffee', 'coffee in bags']),
  plain('toys', 'toys', '9503.00', 7, 54, ['plastic toys', 'toys assorted', 'construction sets']),
];

function accelerators(
  family: Family,
  control: ControlClass,
  rows: readonly (readonly [string, number, number, number, number, string, string, boolean])[],
): Good[] {
  return rows.map(([key, tpp, unitKg, unitUsd, kilowatts, from, to, caughtIn2022]) => ({
    key,
    product: key,
    family,
    control,
    hs:
      family === 'acceleratorServer'
        ? PLAIN_HS.acceleratorServer
        : family === 'accelerator'
          ? PLAIN_HS.accelerator
          : PLAIN_HS.card,
    words:
      family === 'acceleratorServer'
        ? ['GPU servers', 'AI server systems', 'servers', 'processing units for data centre']
        : family === 'card' || family === 'chinaCard'
          ? ['graphics cards', 'VGA cards retail boxed', 'video cards']
          : ['GPU accelerator modules', 'accelerator boards', 'graphics processing units', 'parts of ADP machines'],
    unitKg,
    unitUsd,
    tpp,
    kilowatts,
    from: parseDay(from),
    to: parseDay(to),
    caughtIn2022,
  }));
}

function plain(
  key: string,
  family: Family,
  hs: string,
  unitKg: number,
  unitUsd: number,
  words: readonly string[],
): Good {
  const always = { from: parseDay('2022-06-01'), to: parseDay('2026-09-30') };
  return {
    key,
    family,
    control: 'none',
    hs,
    words,
    unitKg,
    unitUsd,
    tpp: 0,
    kilowatts: 0,
    caughtIn2022: false,
    ...always,
  };
}
