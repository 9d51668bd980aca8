/** How good each next party can be at most, told from small tables before any pair of movements is weighed. */
import { type Bounds, following } from './bounds.js';
import { NEVER, unfolded } from './bounds-room.js';
import type { BudgetMeter } from './budget.js';
import { ALWAYS, type Candidates, type TieTo } from './candidates.js';
import type { Entry } from './entry.js';
import { LotEvidence } from './lot-evidence.js';
import { type Network, NONE, type Question } from './network.js';

/**
 * Upper bounds of the priority of a chain's extensions, by next party. Of a hub's thousands of next parties a search
 * wants a few, and only those have to be weighed movement by movement.
 */
export class Outlook {
  /** The next parties, in no order. */
  parties: number[] = [];
  private readonly network: Network;
  private readonly question: Question;
  private readonly bounds: Bounds;
  private readonly candidates: Candidates;
  private readonly meter: BudgetMeter;
  private readonly lots: LotEvidence;
  /** `[goods carried][paper b]`: best goods evidence, NONE where they cannot go on; best fit, 1/256. */
  private readonly goods: Int16Array;
  private readonly fit: Uint16Array;
  /** By party: the most a route through it can have, NEVER for parties that are none of `parties`. */
  private readonly most: Int32Array;
  /** By paper: goods evidence and share of the choice after the entry in hand, at best; NONE where it cannot go on. */
  private readonly onPaper: Int32Array;

  constructor(network: Network, question: Question, bounds: Bounds, candidates: Candidates, meter: BudgetMeter) {
    const { count } = network.goods;
    this.network = network;
    this.question = question;
    this.bounds = bounds;
    this.candidates = candidates;
    this.meter = meter;
    this.lots = new LotEvidence(network);
    this.goods = new Int16Array(count * count).fill(NONE);
    this.fit = new Uint16Array(count * count);
    network.goods.relation.forEach((relation, cell) => {
      if (relation === 0) return;
      this.goods[cell] = bestIn(network.weights.goods, relation, network.weights.relations);
      this.fit[cell] = bestIn(network.weights.fit, relation, network.weights.relations);
    });
    this.most = new Int32Array(network.movements.parties).fill(NEVER);
    this.onPaper = new Int32Array(count);
  }

  /** The most a route through this next party can have, NEVER where none was seen. */
  of(party: number): number {
    return this.most[party] as number;
  }

  /** Forgets the chain before. */
  clear(): void {
    for (const party of this.parties) this.most[party] = NEVER;
    this.parties = [];
  }

  /**
   * Takes up what can follow an entry from `party`, where it is or a tie takes it.
   *
   * @param onChain by party: 1 for those a route may not come back to
   */
  add(entry: Entry, party: number, tie: TieTo | null, tier2: number, onChain: Uint8Array): void {
    const { network, question, bounds, meter, onPaper, lots } = this;
    const { movements, weights } = network;
    const { consignee, departsEarliest, goods } = movements;
    const { dwellEdges, time } = weights;
    const a = entry.movement;
    const level = question.maxMovements - entry.movements - 1;
    const arrives = Math.min(movements.arrivesLatest[a] as number, (tie?.until ?? ALWAYS.until) - 1);
    const opens = tie?.from ?? ALWAYS.from;
    const last = (movements.arrivesLatest[a] as number) + (dwellEdges[dwellEdges.length - 1] as number);
    const kind = lots.kindOf(
      movements.split[a] as number,
      movements.units[a] as number,
      movements.piecePrice[a] as number,
    );
    const declaredFor = movements.declaredFor[a] as number;
    const declared = Math.max(0, weights.declared);
    const before = entry.score + weights.hop + (entry.tie === null ? (tie?.bits ?? 0) : 0);
    this.papers(entry, tie?.fit ?? 256);
    const end = movements.departures[party + 1] as number;
    let bucket = 0;
    for (let b = this.candidates.firstDeparture(party, entry.earliest); b < end; b++) {
      const day = departsEarliest[b] as number;
      if (day > last || meter.step()) break;
      const after = following(network, question, bounds, level, b, tier2);
      if (after === NEVER) continue;
      const next = consignee[b] as number;
      const paper = onPaper[goods[b] as number] as number;
      if (onChain[next] === 1 || next === party || paper === NONE) continue;
      while (bucket < dwellEdges.length - 1 && Math.max(day, opens) - arrives > (dwellEdges[bucket] as number))
        bucket++;
      const most =
        before +
        (time[bucket] as number) +
        paper +
        lots.of(lots.rowOf(b), kind) +
        (declaredFor === next ? declared : 0) +
        unfolded(bounds.movement[b] as number) +
        after;
      this.raise(tie === null || entry.tie !== null ? next : tie.party, most);
    }
  }

  private raise(party: number, most: number): void {
    const known = this.most[party] as number;
    if (known === NEVER) this.parties.push(party);
    if (most > known) this.most[party] = most;
  }

  private papers(entry: Entry, factor: number): void {
    const { goods, onPaper, network } = this;
    const row = entry.carried * network.goods.count;
    for (let paper = 0; paper < onPaper.length; paper++) {
      const best = goods[row + paper] as number;
      const share = (): number =>
        this.candidates.share(entry.movement, entry.carried, (this.fit[row + paper] as number) * factor);
      onPaper[paper] = best === NONE ? NONE : best + share();
    }
  }
}

/** The most in one row of a table of so many rows. */
function bestIn(table: Int16Array | Uint16Array, row: number, rows: number): number {
  const width = table.length / rows;
  return Math.max(...table.subarray(row * width, (row + 1) * width));
}
