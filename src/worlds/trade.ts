/** Plain random trade of any size, for measuring imports and searches: heavy-tailed parties, no stories in it. */
import { formatDay, parseDay } from '../model/day.js';
import { type Chance, chanceOf } from './chance.js';
import { type Good, goodOf, isBulky, usualQuantities } from './goods.js';
import { lineBuffer } from './lines.js';
import { COLUMNS } from './native.js';

export interface TradeSize {
  readonly parties: number;
  readonly shipments: number;
}

/** Native CSV files as chunks of UTF-8, header first; each may be read once or more, with the same result. */
export interface Trade {
  readonly entities: Iterable<Uint8Array>;
  readonly links: Iterable<Uint8Array>;
  readonly shipments: Iterable<Uint8Array>;
}

const CHUNK_BYTES = 1 << 20;
const LONGEST_LINE = 1 << 10;

/** Countries by share of trade; one that stands here twice has twice the share. */
const COUNTRIES =
  'US US US US US CN CN CN CN CN HK HK TW TW TW SG SG SG MY MY DE DE NL NL JP JP KR GB FR IN IN AE AE TH VN VN ID PH TR PL CZ SE AU CA MX BR SA KZ RU BY ZA EG'.split(
    ' ',
  );
const GOODS =
  'h100-sxm h100-sxm-x8-server a100 h200-sxm l40s rtx-4090 h20 rdimm-64 ssd nic-200g psu server-2u mainboard chassis laptop monitor desks black-tea toys'.split(
    ' ',
  );
const ROLES = ['distributor', 'trader', 'enduser', 'forwarder', 'manufacturer', 'datacenter', ''];
const SHARES = ['100%', '60%', '30%', '25-50%', ''];

/**
 * Random trade of a seed: parties drawn by rank with density falling as rank to the power −2/3, shipments in
 * order of departure over four years; an owner for one party in ten.
 *
 * @throws RangeError for fewer than two parties.
 */
export function makeTrade(seed: number, { parties, shipments }: TradeSize): Trade {
  if (parties < 2) throw new RangeError('trade needs at least two parties');
  const width = Math.max(6, String(parties - 1).length);
  const stream = (file: string): Chance => chanceOf(`${seed}/trade/${file}`);
  const idOf = (index: number): string => `p${String(index).padStart(width, '0')}`;
  return {
    entities: { [Symbol.iterator]: () => entityChunks(stream('entities'), parties, idOf) },
    links: { [Symbol.iterator]: () => linkChunks(stream('links'), parties, idOf) },
    shipments: { [Symbol.iterator]: () => shipmentChunks(stream('shipments'), shipments, parties, idOf) },
  };
}

function* entityChunks(chance: Chance, parties: number, idOf: (index: number) => string): Generator<Uint8Array> {
  const start = parseDay('1995-01-01');
  yield* chunksOf(COLUMNS.entities, parties, (i) => {
    const country = COUNTRIES[countryIndex(i)]!;
    const founded = chance.yes(0.8) ? formatDay(start + chance.int(0, 11_000)) : '';
    const web = chance.yes(0.7) ? `https://firm${i}.example` : '';
    // id,schema,name,aliases,country,headquarters,address,foundedOn,…,roles,sector,website,…,dataset
    return `${idOf(i)},Company,Invented Firm ${i},,${country},${chance.yes(0.6) ? country : ''},,${founded},,,,${chance.pick(ROLES)},,${web},,,,,,,,trade\n`;
  });
}

function* linkChunks(chance: Chance, parties: number, idOf: (index: number) => string): Generator<Uint8Array> {
  yield* chunksOf(COLUMNS.links, Math.floor(parties / 10), (i) => {
    const target = i * 10 + chance.int(0, 9);
    const source = (target + 1 + chance.int(0, parties - 2)) % parties;
    return `l${i},owns,${idOf(source)},${idOf(target)},${chance.pick(SHARES)},,,trade\n`;
  });
}

function* shipmentChunks(
  chance: Chance,
  shipments: number,
  parties: number,
  idOf: (index: number) => string,
): Generator<Uint8Array> {
  const first = parseDay('2022-06-01');
  const span = parseDay('2026-09-01') - first;
  // The parts of a line, each as bytes and made once; the comma in front belongs to the part.
  const ids = new TextEncoder().encode(Array.from({ length: parties }, (_, i) => `,${idOf(i)}`).join(''));
  const idBytes = ids.length / parties;
  const dates = Array.from({ length: span + 80 }, (_, i) => bytes(`,${formatDay(first + i)}`));
  const countries = COUNTRIES.map((country) => bytes(`,${country}`));
  const goods = GOODS.map((key) => linesOf(goodOf(key)));
  const [open, noDocument, noEndUser, blank, acts] = [
    bytes('s'),
    bytes(','),
    bytes(',,'),
    bytes(','),
    ['domestic', 'transfer', 'export', 'reexport'].map((act) => bytes(`${act},trade\n`)),
  ] as const;
  const header = bytes(`${COLUMNS.shipments.join(',')}\n`);
  // Spreads the busy ranks over all ids: a prime, so coprime to any number of parties below it.
  const stride = 2_147_483_647 % parties || 1;
  const party = (): number => {
    const u = chance.next();
    return (Math.floor(parties * u * u * u) * stride) % parties;
  };

  const line = lineBuffer(CHUNK_BYTES, LONGEST_LINE);
  line.put(header);
  for (let i = 0; i < shipments; i++) {
    const shipper = party();
    let consignee = party();
    if (consignee === shipper) consignee = (shipper + 1) % parties;
    const good = goods[chance.int(0, goods.length - 1)]!;
    const lot = chance.int(0, good.values.length - 1);
    const day = Math.floor((i / shipments) * span);
    const from = countryIndex(shipper);
    const to = countryIndex(consignee);
    const draw = chance.int(0, 15);
    // id,document,shipper,consignee,endUser,forwarder,departs,arrives,fromCountry,toCountry,via,product,eccn,hs,…
    line.put(open);
    line.digits(i);
    line.put(noDocument);
    line.put(ids, shipper * idBytes, (shipper + 1) * idBytes);
    line.put(ids, consignee * idBytes, (consignee + 1) * idBytes);
    line.put(noEndUser);
    line.put(dates[day]!);
    // One arrival in sixteen is not known.
    line.put(draw === 0 ? blank : dates[day + 1 + chance.int(0, good.slowest)]!);
    line.put(countries[from]!);
    line.put(countries[to]!);
    line.put((draw & 1 ? good.named : good.unnamed)[lot]!);
    line.digits(Math.round(good.values[lot]! * (0.9 + 0.2 * chance.next())));
    line.put(good.tails[lot]!);
    line.put(acts[(COUNTRIES[from] === 'US' ? 0 : 1) + (COUNTRIES[from] === COUNTRIES[to] ? 0 : 2)]!);
    if (line.full()) yield line.take();
  }
  yield line.take();
}

/** What a line says of each usual lot of a good, from `via` to `units` and from `currency` to `certifications`. */
interface GoodLines {
  readonly named: readonly Uint8Array[];
  readonly unnamed: readonly Uint8Array[];
  readonly values: readonly number[];
  readonly tails: readonly Uint8Array[];
  /** Most days on the way, less one. */
  readonly slowest: number;
}

function linesOf(good: Good): GoodLines {
  const lots = usualQuantities(good);
  const words = `${good.hs},${good.words[0]}`;
  return {
    named: lots.map((units) => bytes(`,,${good.product ?? ''},,${words},${units},`)),
    unnamed: lots.map((units) => bytes(`,,,,${words},${units},`)),
    values: lots.map((units) => units * good.unitUsd),
    tails: lots.map((units) => bytes(`,USD,${Math.round(units * good.unitKg * 11) / 10},,,,,`)),
    slowest: isBulky(good) ? 40 : 9,
  };
}

function countryIndex(party: number): number {
  return (Math.imul(party + 1, 2654435761) >>> 8) % COUNTRIES.length;
}

/** The header and so many lines, in chunks of about a megabyte. */
function* chunksOf(
  columns: readonly string[],
  lines: number,
  lineOf: (index: number) => string,
): Generator<Uint8Array> {
  let chunk = `${columns.join(',')}\n`;
  for (let i = 0; i < lines; i++) {
    chunk += lineOf(i);
    if (chunk.length > CHUNK_BYTES) {
      yield bytes(chunk);
      chunk = '';
    }
  }
  if (chunk !== '') yield bytes(chunk);
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
