/** Maximum flow (Dinic, "Algorithm for solution of a problem of maximum flow", 1970) with real capacities. */

/** A flow network under construction: nodes are whole numbers, arcs have capacities ≥ 0 (Infinity allowed). */
export class FlowNetwork {
  private readonly first: number[];
  private readonly next: number[] = [];
  private readonly head: number[] = [];
  private readonly residual: number[] = [];
  private level = new Int32Array(0);
  private current = new Int32Array(0);

  constructor(nodes: number) {
    this.first = new Array<number>(nodes).fill(-1);
  }

  /** Adds an arc; the answer numbers it for `flowOn`. */
  arc(from: number, to: number, capacity: number): number {
    const arc = this.head.length;
    this.head.push(to, from);
    this.residual.push(capacity, 0);
    this.next.push(this.first[from] as number, this.first[to] as number);
    this.first[from] = arc;
    this.first[to] = arc + 1;
    return arc;
  }

  /** Flow that runs over an arc after `maximum`. */
  flowOn(arc: number): number {
    return this.residual[arc + 1] as number;
  }

  /** The value of a maximum flow; Infinity if a path of infinite capacities joins the two. */
  maximum(source: number, sink: number): number {
    let total = 0;
    while (this.layers(source, sink)) {
      this.current = Int32Array.from(this.first);
      for (;;) {
        const pushed = this.push(source, sink, Number.POSITIVE_INFINITY);
        if (pushed === 0) break;
        if (pushed === Number.POSITIVE_INFINITY) return pushed;
        total += pushed;
      }
    }
    return total;
  }

  private layers(source: number, sink: number): boolean {
    this.level = new Int32Array(this.first.length).fill(-1);
    this.level[source] = 0;
    const queue = [source];
    for (let i = 0; i < queue.length; i++) {
      const node = queue[i] as number;
      for (let arc = this.first[node] as number; arc >= 0; arc = this.next[arc] as number) {
        const to = this.head[arc] as number;
        if ((this.residual[arc] as number) > 0 && this.level[to] === -1) {
          this.level[to] = (this.level[node] as number) + 1;
          queue.push(to);
        }
      }
    }
    return this.level[sink] !== -1;
  }

  private push(node: number, sink: number, most: number): number {
    if (node === sink) return most;
    for (
      ;
      (this.current[node] as number) >= 0;
      this.current[node] = this.next[this.current[node] as number] as number
    ) {
      const arc = this.current[node] as number;
      const to = this.head[arc] as number;
      const room = this.residual[arc] as number;
      if (room <= 0 || this.level[to] !== (this.level[node] as number) + 1) continue;
      const pushed = this.push(to, sink, Math.min(most, room));
      if (pushed > 0) {
        this.residual[arc] = room - pushed;
        this.residual[arc ^ 1] = (this.residual[arc ^ 1] as number) + pushed;
        return pushed;
      }
    }
    return 0;
  }
}
