/** Keeps the last projections, so that the next question with the same settings starts at once. */
import type { Store } from '../store/port.js';
import { type Projection, type ProjectionSettings, project } from './projection.js';

/** How many are kept; each holds all columns of the population. */
const KEPT = 2;

export class Projections {
  private readonly store: Store;
  private readonly kept = new Map<string, Promise<Projection>>();

  constructor(store: Store) {
    this.store = store;
  }

  /** The projection for the settings over the store as it is now, and its name. */
  async get(settings: ProjectionSettings): Promise<{ readonly projection: Projection; readonly key: string }> {
    const { asOf, regime, view, windowDays, evidence } = settings;
    const version = await this.store.version();
    const key = [version, asOf ?? '', regime.id, regime.version, view, windowDays, evidence.version].join('|');
    let projection = this.kept.get(key);
    if (projection === undefined) {
      projection = project(this.store, settings);
      this.kept.set(key, projection);
      projection.catch(() => this.kept.delete(key));
      for (const old of this.kept.keys()) {
        if (this.kept.size <= KEPT) break;
        this.kept.delete(old);
      }
    }
    return { projection: await projection, key };
  }
}
