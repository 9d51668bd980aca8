/** Answers the questions of `answers.ts` over one store, one set of regimes and one body of evidence. */
import { type Evidence, FAMILIES } from '../evidence/flag.js';
import { exportFacts } from '../intake/export.js';
import { importPaths } from '../intake/import.js';
import { allCountries, countryName } from '../model/country.js';
import { type Day, dayOfTime } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import type { Catalogue } from '../policy/catalogue.js';
import { classify } from '../policy/classify.js';
import { judge } from '../policy/judge.js';
import { parseMovement } from '../policy/movement.js';
import type { Regime } from '../policy/regime.js';
import { tierOf } from '../policy/tiers.js';
import { YES } from '../policy/truth.js';
import type { LawInService } from '../policy/watched-law.js';
import type { Store } from '../store/port.js';
import type { Desk } from './answers.js';
import { compareRegimes } from './compare-regimes.js';
import { explainChain } from './explain-chain.js';
import { linksPage } from './links-page.js';
import { Projections } from './projections.js';
import { diversionRoutes, type RouteRoom } from './routes.js';
import { openSearchPool } from './search-pool.js';

/** What the desk works with; clock and texts come from outside. */
export interface DeskOptions {
  readonly store: Store;
  /** Looked up once by each question, which is judged by what it finds there to its end. */
  readonly law: LawInService;
  readonly catalogue: Catalogue;
  readonly evidence: Evidence;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Of the program. */
  readonly version: string;
  /** Data set of the example world's records. */
  readonly exampleDataset: string;
  /** Worker threads for searches; 0 searches in this thread. Default 2. */
  readonly threads?: number;
}

export interface DeskSources extends DeskOptions {
  readonly today: () => Day;
}

/** A desk over the store, which it closes with itself. */
export function createDesk(options: DeskOptions): Desk {
  const sources: DeskSources = { ...options, today: () => dayOfTime(options.now()) };
  const { store, law, catalogue, evidence } = sources;
  const kept = {
    projections: new Projections(store),
    pool: openSearchPool(options.threads ?? 2),
    endings: new Map(),
  };
  const room = (): RouteRoom => ({ ...kept, sources: { ...sources, law: { regimes: law.regimes } } });
  const regimeOf = (id = 'us-ear'): Regime => {
    const { regimes } = law;
    const regime = regimes.get(id);
    if (regime === undefined) {
      throw new DetourError('NOT_FOUND', `no regime \`${id}\` is loaded; there is ${[...regimes.keys()].join(', ')}`);
    }
    return regime;
  };
  return {
    diversionRoutes: (question, signal) => diversionRoutes(room(), question, signal),
    explainChain: (question, signal) => explainChain(room(), question, signal),

    entity: (id, asOf) => store.entity(id, asOf),
    entitiesById: (ids, asOf) => store.entities(ids, asOf),
    entities: (query, page, asOf) => store.findEntities(query, page, asOf),
    shipment: (id, asOf) => store.shipment(id, asOf),
    shipments: (query, page, asOf) => store.findShipments(query, page, asOf),
    links: (query, page, asOf) => linksPage(store, query, page, asOf),
    listings: (entities, asOf) => store.listingsOf(entities, asOf),

    async judge({ movement, on, regime, view }) {
      return judge(parseMovement(movement), on ?? sources.today(), regimeOf(regime), view ?? 'ENFORCED', catalogue);
    },
    async classify({ goods, on = sources.today(), regime, view = 'ENFORCED' }) {
      const chosen = regimeOf(regime);
      return { ...classify(parseMovement(goods), on, chosen, view, catalogue), on, regime: chosen.id, view };
    },
    compareRegimes: (question, signal) => compareRegimes(room(), question, signal),
    regimes: async () => [...law.regimes.values()],
    regime: async (id) => law.regimes.get(id),
    async countries(on, regime) {
      const chosen = regimeOf(regime);
      const bound = chosen.lawOn(on, 'ENFORCED');
      const groups = [...chosen.values]
        .flatMap(([name, value]) => (value.kind === 'countries' || value.kind === 'set' ? [name] : []))
        .sort();
      return allCountries().map((code) => ({
        code,
        name: countryName(code),
        tier: tierOf(code, on, chosen),
        groups: bound === undefined ? [] : groups.filter((name) => bound.values.set(name)(bound.inLaw(code)) === YES),
      }));
    },
    tierOf: (country, on, regime) => tierOf(country, on, regimeOf(regime)),
    products: () => [...catalogue.products.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    evidenceFlags: () =>
      [...evidence.flags].sort(
        (a, b) => FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) || (a.id < b.id ? -1 : 1),
      ),

    datasets: () => store.datasets(),
    lawProblem: () => law.problem,
    async health() {
      const base = {
        version: sources.version,
        store: store.description,
        ...(law.problem === undefined ? {} : { lawProblem: law.problem }),
      };
      try {
        const [storeVersion, datasets] = await Promise.all([store.version(), store.datasets()]);
        const exampleWorld = datasets.length > 0 && datasets.every((one) => one.name === sources.exampleDataset);
        return { ...base, storeVersion, exampleWorld };
      } catch (error) {
        const problem = error instanceof DetourError ? error.message : 'the store does not answer';
        return { ...base, problem, exampleWorld: false };
      }
    },

    importPaths: (paths, settings) =>
      importPaths(paths, store, {
        ...settings,
        importedAt: sources.now(),
        knownProduct: (text) => catalogue.resolveProduct(text) !== undefined,
      }),
    exportFacts: (folder, format, options) => exportFacts(store, folder, format, options),

    async close() {
      await kept.pool.close();
      await store.close();
    },
  };
}
