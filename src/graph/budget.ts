/** Counts work against a budget. */
import type { Budget, StoppedBy } from './network.js';

/** Looks at the clock and the abort flag every so many steps. */
const LOOK_EVERY = 4096;

export class BudgetMeter {
  steps = 0;
  stoppedBy: StoppedBy | undefined;
  private readonly budget: Budget;
  private readonly started = performance.now();
  private nextLook = LOOK_EVERY;

  /** @param aborted true where the work before it was aborted already */
  constructor(budget: Budget, aborted: boolean) {
    this.budget = budget;
    if (aborted) this.stoppedBy = 'ABORTED';
  }

  /** Counts one step; true when the budget is spent. */
  step(): boolean {
    this.steps++;
    if (this.steps >= this.nextLook) {
      this.nextLook += LOOK_EVERY;
      this.look();
    }
    return this.stoppedBy !== undefined;
  }

  /** Whether the budget is spent, looked at now. */
  spent(labels: number): boolean {
    if (this.stoppedBy === undefined) {
      if (this.budget.labels !== undefined && labels > this.budget.labels) this.stoppedBy = 'LABELS';
      else this.look();
    }
    return this.stoppedBy !== undefined;
  }

  private look(): void {
    const { budget } = this;
    if (budget.abort !== undefined && Atomics.load(budget.abort, 0) !== 0) this.stoppedBy = 'ABORTED';
    else if (budget.steps !== undefined && this.steps > budget.steps) this.stoppedBy = 'STEPS';
    else if (budget.milliseconds !== undefined && performance.now() - this.started > budget.milliseconds) {
      this.stoppedBy = 'TIME';
    }
  }
}
