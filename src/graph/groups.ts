/** Routes that are variants of one another, grouped in rank order. */
import type { FoundRoute } from './network.js';

/**
 * A route joins the highest-ranked group whose route shares its last movement, or at least half of its
 * movements (of the later route's), compared by each route's best instance; else it opens a group.
 */
export class RouteGroups {
  private readonly groups: { route: FoundRoute; alternatives: FoundRoute[] }[] = [];
  /** By movement: groups whose route uses it, ascending. */
  private readonly users = new Map<number, number[]>();
  /** By last movement: the group. */
  private readonly byLast = new Map<number, number>();

  get size(): number {
    return this.groups.length;
  }

  /** Adds the next route in rank order. */
  add(route: FoundRoute): void {
    const movements = route.steps.flatMap((step) => (step.kind === 'MOVEMENT' ? [step.movement] : []));
    const last = movements[movements.length - 1] as number;
    const shared = new Map<number, number>();
    for (const movement of movements) {
      for (const group of this.users.get(movement) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
    }
    let joined = this.byLast.get(last) ?? Number.POSITIVE_INFINITY;
    for (const [group, count] of shared) if (2 * count >= movements.length && group < joined) joined = group;
    const group = this.groups[joined];
    if (group !== undefined) {
      group.alternatives.push(route);
      return;
    }
    const index = this.groups.length;
    this.groups.push({ route, alternatives: [] });
    this.byLast.set(last, index);
    for (const movement of movements) {
      const users = this.users.get(movement);
      if (users === undefined) this.users.set(movement, [index]);
      else users.push(index);
    }
  }

  list(): readonly { readonly route: FoundRoute; readonly alternatives: readonly FoundRoute[] }[] {
    return this.groups;
  }
}
