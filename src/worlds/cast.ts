/** The ordinary parties of a world: who makes, deals, carries, builds and buys. */
import type { CountryCode } from '../model/country.js';
import { type Day, parseDay } from '../model/day.js';
import type { Family } from './goods.js';
import type { Ledger, Party } from './ledger.js';

/** A party with what it sells, what it buys (with weights) and from when on it does. */
export interface Actor {
  readonly party: Party;
  readonly sells: readonly Family[];
  readonly buys: readonly (readonly [Family, number])[];
  readonly activeFrom: Day;
  /** True for a firm that is owned from Tier 3: honest sellers keep accelerators from it. */
  readonly barred: boolean;
}

export interface Cast {
  readonly makers: readonly Actor[];
  readonly dealers: readonly Actor[];
  readonly forwarders: readonly Party[];
  readonly buyers: readonly Actor[];
  /** The designer of the better half of the accelerators, and the second one. */
  readonly designers: readonly [Party, Party];
  /** Lawful parents in Tier 3 of `barred` actors. */
  readonly parentsInTier3: readonly Party[];
}

type Wants = readonly (readonly [Family, number])[];

const COMPUTE: readonly Family[] = ['accelerator', 'acceleratorServer', 'server', 'network', 'power'];
const CONSUMER: readonly Family[] = ['card', 'chinaCard', 'laptop', 'memory'];
const COMPONENTS: readonly Family[] = ['memory', 'power', 'network', 'spares', 'server', 'laptop'];
const HOUSEHOLD: readonly Family[] = ['furniture', 'tea', 'toys'];

const DATACENTRE: Wants = [
  ['acceleratorServer', 8],
  ['accelerator', 3],
  ['network', 4],
  ['power', 3],
  ['server', 3],
  ['memory', 3],
  ['spares', 1],
];
const RESEARCH: Wants = [
  ['accelerator', 4],
  ['acceleratorServer', 2],
  ['server', 3],
  ['laptop', 4],
  ['memory', 3],
  ['network', 1],
];
const ENTERPRISE: Wants = [
  ['accelerator', 3],
  ['acceleratorServer', 0.7],
  ['server', 4],
  ['laptop', 5],
  ['memory', 3],
  ['network', 2],
  ['furniture', 2],
  ['tea', 0.5],
];
const SHOP: Wants = [
  ['card', 8],
  ['laptop', 6],
  ['memory', 4],
  ['power', 2],
  ['spares', 1],
];
const HOME: Wants = [
  ['furniture', 6],
  ['tea', 6],
  ['toys', 5],
  ['laptop', 1],
];
const ASSEMBLER: Wants = [
  ['memory', 5],
  ['power', 3],
  ['spares', 6],
  ['network', 2],
  ['server', 1],
];
const CHINA_SHOP: Wants = [
  ['card', 5],
  ['memory', 5],
  ['laptop', 2],
  ['spares', 2],
];
const CHINA_CLOUD: Wants = [
  ['memory', 5],
  ['network', 4],
  ['server', 4],
  ['power', 2],
  ['spares', 3],
];

/** Casts some 270 parties. */
export function castOf(ledger: Ledger): Cast {
  const { chance } = ledger;
  const first = parseDay('2022-06-01');

  const actor = (
    country: CountryCode,
    trade: string,
    roles: readonly string[],
    sector: string,
    more: { sells?: readonly Family[]; buys?: Wants; minSize?: number; barred?: boolean; name?: string } = {},
  ): Actor => {
    const size = Math.max(more.minSize ?? 0, chance.heavyTail(1, 1.05, 45));
    const young = size < 4 && chance.yes(0.24);
    const foundedOn = young
      ? parseDay('2022-06-01') + chance.int(-300, 900)
      : parseDay('1984-01-01') + chance.int(0, 13_500);
    const party = ledger.party({
      country,
      trade,
      roles,
      size,
      foundedOn,
      ...(chance.yes(0.9) ? { sector } : {}),
      ...(more.name === undefined ? {} : { name: more.name }),
      ...(trade === 'research' ? { schema: 'PublicBody' as const } : {}),
    });
    if (chance.yes(size > 8 ? 0.96 : size > 3 ? 0.86 : 0.68)) party.website = websiteOf(party);
    if (chance.yes(0.72)) party.headquarters = country;
    return {
      party,
      sells: more.sells ?? [],
      buys: more.buys ?? [],
      activeFrom: Math.max(first, foundedOn + 45),
      barred: more.barred ?? false,
    };
  };
  const each = <T>(codes: string, make: (country: CountryCode) => T): T[] => codes.split(' ').map((code) => make(code));

  const enterprise = (country: CountryCode): Actor => {
    const sector = chance.pick(['finance', 'pharmaceuticals', 'film', 'energy', 'vehicles']);
    return actor(country, sector, ['enduser'], sector, { buys: ENTERPRISE });
  };

  const lumen = actor('US', 'chips', ['manufacturer', 'designer'], 'semiconductors', {
    sells: ['accelerator', 'chinaAccelerator'],
    minSize: 45,
    name: 'Lumen Silicon Inc.',
  });
  const arcturine = actor('US', 'chips', ['manufacturer', 'designer'], 'semiconductors', {
    sells: ['accelerator'],
    minSize: 22,
    name: 'Arcturine Compute Corp.',
  });
  const makers = [
    lumen,
    arcturine,
    ...each('US US TW TW TW DE JP', (c) =>
      actor(c, 'servers', ['oem', 'manufacturer'], 'computer systems', {
        sells: ['acceleratorServer', 'server'],
        minSize: 10,
      }),
    ),
    ...each('TW TW TW', (c) =>
      actor(c, 'boards', ['manufacturer'], 'graphics boards', { sells: ['card', 'chinaCard'], minSize: 12 }),
    ),
    ...each('KR KR JP US', (c) => actor(c, 'parts', ['manufacturer'], 'memory', { sells: ['memory'], minSize: 12 })),
    ...each('US IL TW', (c) => actor(c, 'parts', ['manufacturer'], 'networking', { sells: ['network'], minSize: 9 })),
    ...each('TW CN CN TH', (c) =>
      actor(c, 'parts', ['manufacturer'], 'power supplies', { sells: ['power', 'spares'], minSize: 8 }),
    ),
    ...each('CN CN TW VN', (c) =>
      actor(c, 'parts', ['manufacturer', 'oem'], 'personal computers', { sells: ['laptop'], minSize: 9 }),
    ),
    ...each('VN VN PL MY CN', (c) =>
      actor(c, 'furniture', ['manufacturer'], 'furniture', { sells: ['furniture'], minSize: 5 }),
    ),
    ...each('LK LK IN CN BR', (c) => actor(c, 'tea', ['manufacturer'], 'food', { sells: ['tea'], minSize: 5 })),
    ...each('CN CN VN', (c) => actor(c, 'toys', ['manufacturer'], 'toys', { sells: ['toys'], minSize: 5 })),
  ];

  const dealers = [
    // Small firms that fit out other people's machine rooms.
    ...each('SG MY TH AE PL IN', (c) =>
      actor(c, 'distribution', ['distributor', 'trader'], 'data-centre equipment', { sells: COMPUTE }),
    ),
    ...each('US US US NL DE DE GB JP KR TW AU SG SG SG MY MY IN IN AE TH TR PL BR SA KZ', (c) =>
      actor(c, 'distribution', ['distributor'], 'data-centre equipment', { sells: COMPUTE, minSize: 3 }),
    ),
    ...each('US NL DE JP TW SG MY AE IN PL CZ BR TR ZA VN TH ID HK CN KZ', (c) =>
      actor(c, 'distribution', ['distributor'], 'consumer electronics', {
        sells: c === 'HK' || c === 'CN' ? ['chinaCard', 'laptop', 'memory'] : CONSUMER,
        minSize: 2,
      }),
    ),
    ...each('US NL DE SG SG MY AE AE TW HK HK CN TR KZ KG AM GE UZ IN ID PH CL RS', (c) =>
      actor(c, 'trading', ['distributor', 'trader'], 'electronic components', { sells: COMPONENTS }),
    ),
    ...each('SG AE TR NL KZ HK GB', (c) => actor(c, 'trading', ['trader'], 'general trade', { sells: HOUSEHOLD })),
  ];

  const parentsInTier3 = each('CN CN HK CN', (c) => actor(c, 'holding', ['holding'], 'investment').party);

  const buyers = [
    ...each('US US US US US CA DE DE FR GB JP JP KR SE NO NL', (c) =>
      actor(c, 'cloud', [chance.yes(0.5) ? 'cloud' : 'datacenter'], 'data centres', { buys: DATACENTRE, minSize: 3 }),
    ),
    ...each('MY MY MY SG SG IN IN IN AE AE SA SA TH TH ID BR PL VN CH KZ QA MX', (c) =>
      actor(c, 'cloud', [chance.yes(0.5) ? 'cloud' : 'datacenter'], 'data centres', { buys: DATACENTRE, minSize: 2 }),
    ),
    ...each('US US US DE JP GB SG IN IN PL TR BR MY CH', (c) =>
      actor(c, 'research', ['research'], 'research', { buys: RESEARCH }),
    ),
    ...each('US US US DE FR GB JP KR AU CA SG SG MY MY IN IN AE SA ID TH PH PL AT TR BR MX CL ZA EG IL', (c) =>
      enterprise(c),
    ),
    ...each('US DE GB PL BR IN SG MY TH ID PH AE TR VN', (c) =>
      actor(c, 'retail', ['enduser'], 'retail', { buys: SHOP }),
    ),
    ...each('US DE GB NL AE KZ PL', (c) => actor(c, 'household', ['enduser'], 'household retail', { buys: HOME })),
    ...each('VN MY TH VN', (c) =>
      actor(c, 'parts', ['manufacturer', 'enduser'], 'electronics assembly', { buys: ASSEMBLER, barred: true }),
    ),
    // Tier 3, with lawful goods.
    ...each('CN CN CN CN HK', (c) => actor(c, 'retail', ['enduser'], 'retail', { buys: CHINA_SHOP, minSize: 2 })),
    ...each('CN CN CN CN CN CN HK', (c) =>
      actor(c, 'cloud', ['cloud', 'datacenter'], 'data centres', { buys: CHINA_CLOUD, minSize: 2 }),
    ),
    ...each('CN CN CN CN CN HK HK HK', (c) =>
      actor(c, 'trading', ['trader'], 'electronic components', { buys: ASSEMBLER }),
    ),
    ...each('CN CN', (c) =>
      actor(c, 'research', ['research'], 'research', {
        buys: [
          ['server', 2],
          ['memory', 2],
          ['laptop', 2],
        ],
      }),
    ),
    ...each('RU RU RU BY KH MM IQ LB MO', (c) =>
      actor(c, 'household', ['enduser'], 'household retail', { buys: HOME }),
    ),
    ...each('KH MM IQ LB', (c) =>
      actor(c, 'trading', ['trader'], 'office supply', {
        buys: [
          ['laptop', 4],
          ['furniture', 3],
          ['power', 1],
        ],
      }),
    ),
  ];

  const forwarders = each(
    'US US US NL NL DE SG SG SG SG MY MY MY TH AE AE AE TW TW KR HK HK CN KZ TR IN',
    (c) =>
      actor(c, 'freight', c === 'SG' && chance.yes(0.4) ? ['forwarder', 'warehouse'] : ['forwarder'], 'freight').party,
  );

  return { makers, dealers, forwarders, buyers, designers: [lumen.party, arcturine.party], parentsInTier3 };
}

/** An address nobody can hold: the top-level domain is reserved for examples. */
export function websiteOf(party: Party): string {
  return `https://${party.stem.toLowerCase().replaceAll(' ', '')}.example`;
}
