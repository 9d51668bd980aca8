/** What had been used of each allowance before a movement, from the facts, once, in order of departure. */
import type { Movements } from '../graph/network.js';
import { type Day, parseDay, yearOf } from '../model/day.js';
import type { HistoryFact, MovementHistory } from '../policy/movement.js';
import type { GoodsTable } from './goods.js';
import type { Law, LawRow } from './law.js';

/** NVEU allowances count from here, country allocations to the end of 2027. */
const SINCE: Day = parseDay('2025-01-01');
const UNTIL: Day = parseDay('2028-01-01');

type Counted = Extract<HistoryFact, 'parentTppThisYear' | 'countryLicensedTpp' | 'nveuTppToDate' | 'aiaTppToDate'>;

/** A total that a movement may stand under: `keys` of all accounts it may be, one where it is certain. */
interface Account {
  readonly fact: Counted;
  readonly keys: readonly string[];
  /** Caps, or the exception, of which a draw goes to it. */
  readonly on: RegExp;
  /** Whether the movement certainly counts; undefined where it certainly does not. */
  readonly counts: boolean | undefined;
}

interface Entry {
  readonly movement: number;
  readonly row: LawRow;
  readonly tpp: number;
  readonly accounts: readonly Account[];
  /** By account: what was certainly taken before its first possible day, and the most it may have taken itself. */
  readonly least: number[];
  readonly most: number[];
}

interface Event {
  readonly day: Day;
  /** On one day: first dates that begin to be possible, then exact ones by rank, then dates that end to be. */
  readonly phase: 0 | 1 | 2;
  readonly entry: Entry;
}

/**
 * Totals before each movement, by movement; none where no account is concerned.
 *
 * A total is bounded by what certainly left before and by what may have left before. A movement takes nothing of a cap
 * it certainly does not fit under, all of its TPP where it certainly relies on it and fits, and something between else; one
 * of unknown TPP takes at most what is left. On one exact day movements count in the order of their ids. A party counts
 * for its ultimate parent, for each that may be it where that is not known, and for itself where nobody is recorded above
 * it. Deliveries within one ultimate parent take nothing of its allowance again. Only goods known by product count.
 *
 * - `parentTppThisYear`: LPP, by ultimate parent of the end user (else consignee) and calendar year
 * - `countryLicensedTpp`: goods under a licence to the country, departed 2025 to 2027
 * - `nveuTppToDate`: by validated end user and country, since 2025-01-01
 * - `aiaTppToDate`: under AIA, by consignee
 */
export function capTotals(
  movements: Movements,
  goods: GoodsTable,
  law: Law,
  rowOf: (movement: number) => LawRow,
): ReadonlyMap<number, MovementHistory> {
  const totals = new Totals();
  const found = new Map<number, MovementHistory>();
  for (const { phase, entry } of eventsOf(movements, goods, law, rowOf)) {
    const { movement, row, tpp, accounts, least, most } = entry;
    accounts.forEach(({ keys }, i) => {
      if (phase === 2) totals.take(keys, -(most[i] as number));
      else least[i] = totals.between(keys)[0];
    });
    const history = historyOf(entry, totals, phase === 0);
    if (phase !== 0) found.set(movement, history);
    const draws = law.draws({ ...row, history }, movements.goods[movement] as number);
    accounts.forEach(({ keys, on, counts }, i) => {
      const drawn = counts === undefined ? [] : draws.filter((draw) => on.test(draw.on));
      if (phase !== 2) {
        const limits = drawn.map((draw) => law.limitOf(draw.on, row.departs.earliest) ?? LIMITLESS);
        const room = Math.max(0, ...limits.map((limit) => limit - (least[i] as number)));
        most[i] = Number.isNaN(tpp) ? room : Math.min(tpp, room);
      }
      totals.take(keys, most[i] as number);
      const isCertain = counts === true && keys.length === 1 && drawn.some((draw) => draw.isCertain);
      if (phase !== 0 && isCertain && tpp > 0) totals.make(keys[0] as string, tpp);
    });
  }
  return found;
}

/** Of days on which nothing counts. */
const NEVER_USED = 'never used';
/** More than any total. */
const LIMITLESS = Number.MAX_SAFE_INTEGER;

function historyOf({ accounts, least, tpp }: Entry, totals: Totals, isOpen: boolean): MovementHistory {
  const history: { -readonly [K in Counted]?: { min: number; max: number } } = {};
  accounts.forEach(({ fact, keys, counts }, i) => {
    let min = least[i] as number;
    // What may still leave before it is not known on its first possible day.
    let max = isOpen ? LIMITLESS : totals.between(keys)[1];
    if (max >= LIMITLESS && !isOpen) return;
    if (fact === 'parentTppThisYear' && counts !== true) {
      // What its own parent was supplied with is in the total already.
      const own = Number.isNaN(tpp) ? max : tpp;
      min = Math.max(0, min - own);
      if (counts === undefined) max = Math.max(min, max - (Number.isNaN(tpp) ? 0 : tpp));
    }
    history[fact] = { min, max };
  });
  return history;
}

function eventsOf(movements: Movements, goods: GoodsTable, law: Law, rowOf: (movement: number) => LawRow): Event[] {
  const events: Event[] = [];
  for (let m = 0; m < movements.count; m++) {
    const code = movements.goods[m] as number;
    if (goods.codes[code]?.product === undefined) continue;
    const row = rowOf(m);
    const accounts = accountsOf(row, law);
    const tpp = row.units * (goods.tpp[code] as number);
    const entry: Entry = { movement: m, row, tpp, accounts, least: [], most: [] };
    const { earliest, latest } = row.departs;
    if (earliest === latest) events.push({ day: earliest, phase: 1, entry });
    else events.push({ day: earliest, phase: 0, entry }, { day: latest, phase: 2, entry });
  }
  const rank = ({ entry }: Event): number => movements.rank[entry.movement] as number;
  return events.sort((a, b) => a.day - b.day || a.phase - b.phase || rank(a) - rank(b));
}

function accountsOf(row: LawRow, law: Law): Account[] {
  const { earliest, latest } = row.departs;
  const user = row.endUser < 0 ? row.consignee : row.endUser;
  const years = new Set([yearOf(earliest), yearOf(latest)]);
  const tops = law.topsOf(user, row.departs);
  const from = law.topsOf(row.shipper, row.departs);
  const isWithin = tops.length === 1 && from.length === 1 && tops[0] === from[0];
  const mayBeWithin = tops.some((top) => from.includes(top));
  const isTimely = earliest >= SINCE && latest < UNTIL;
  const mayBeTimely = latest >= SINCE && earliest < UNTIL;
  const place = law.destinationOf(row);
  const accounts: Account[] = [
    {
      fact: 'parentTppThisYear',
      keys: [...years].flatMap((year) => tops.map((top) => `lpp ${year} ${top}`)),
      on: /^lpp$/,
      counts: isWithin ? undefined : !mayBeWithin,
    },
    {
      fact: 'aiaTppToDate',
      keys: [`aia ${row.consignee}`],
      on: /^AIA$/,
      counts: true,
    },
  ];
  if (place === undefined) return accounts;
  const licence = law.licenceOf(row);
  const isLicensed = licence === 'SHOWN_AND_FITS';
  const mayBeLicensed = isLicensed || licence === 'SHOWN_NOT_FOUND' || licence === 'UNKNOWN';
  accounts.push({
    fact: 'countryLicensedTpp',
    keys: [mayBeTimely ? `country ${place}` : NEVER_USED],
    on: /^country-allocation/,
    counts: mayBeTimely && mayBeLicensed ? isTimely && isLicensed : undefined,
  });
  const holder = [row.endUser, row.consignee].find((party) => party >= 0 && law.isHeld('nveu', party, row.departs));
  if (holder !== undefined) {
    accounts.push({
      fact: 'nveuTppToDate',
      keys: [latest >= SINCE ? `nveu ${holder} ${place}` : NEVER_USED],
      on: /^nveu$/,
      counts: latest >= SINCE ? earliest >= SINCE : undefined,
    });
  }
  return accounts;
}

/** Sums by account: what was certainly taken, and the most that may have been. */
class Totals {
  private readonly least = new Map<string, number>();
  private readonly most = new Map<string, number>();

  /** The least of the accounts' lower bounds and the greatest of their upper bounds. */
  between(keys: readonly string[]): readonly [number, number] {
    return [
      Math.min(...keys.map((key) => this.least.get(key) ?? 0)),
      Math.max(...keys.map((key) => this.most.get(key) ?? 0)),
    ];
  }

  /** May have been taken of any of the accounts. */
  take(keys: readonly string[], tpp: number): void {
    for (const key of keys) this.most.set(key, (this.most.get(key) ?? 0) + tpp);
  }

  /** Certainly taken. */
  make(key: string, tpp: number): void {
    this.least.set(key, (this.least.get(key) ?? 0) + tpp);
  }
}
