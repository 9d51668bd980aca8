/** The order in which test files start: the long ones first, and those that wait for the one Neo4j server one by one. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** As in `vitest.config.ts`. */
const WORKERS = 2;

/** Seconds on an idle machine, roughly; a file that is not here counts as short. */
const SECONDS: Readonly<Record<string, number>> = {
  'test/page/routes-view.test.ts': 100,
  'test/store/neo4j-faults.test.ts': 90,
  'test/cli/commands.test.ts': 85,
  'test/store/neo4j.test.ts': 75,
  'test/desk/both-stores.test.ts': 60,
  'test/page/playground.test.ts': 55,
  'test/store/duckdb.test.ts': 45,
  'test/cypher/plans.test.ts': 40,
  'test/desk/compare-regimes.test.ts': 35,
  'test/api/examples.test.ts': 35,
  'test/page/states.test.ts': 35,
  'test/desk/law.test.ts': 25,
  'test/store/duckdb-file.test.ts': 25,
  'test/graph/parallel-shipments.test.ts': 25,
  'test/cli/screen.test.ts': 25,
  'test/cli/misuse.test.ts': 20,
  'test/desk/detection.test.ts': 15,
  'test/desk/projection.test.ts': 15,
  'test/graph/find-routes.test.ts': 15,
};
const SHORT = 3;

export interface Job {
  readonly seconds: number;
  /** Waits for the server while another has it. */
  readonly needsServer: boolean;
}

/** The jobs in the order in which workers should take them, so that no worker waits for the server if it can help it. */
export function lineUp<J extends Job>(jobs: readonly J[], workers: number): J[] {
  const longestFirst = [...jobs].sort((a, b) => b.seconds - a.seconds);
  const served = longestFirst.filter((job) => job.needsServer);
  const others = longestFirst.filter((job) => !job.needsServer);
  const free = new Array<number>(workers).fill(0);
  const order: J[] = [];
  let serverFree = 0;
  while (served.length + others.length > 0) {
    const now = Math.min(...free);
    const takesServer = served.length > 0 && (serverFree <= now || others.length === 0);
    const job = (takesServer ? served : others).shift() as J;
    const ends = (takesServer ? Math.max(now, serverFree) : now) + job.seconds;
    if (takesServer) serverFree = ends;
    free[free.indexOf(now)] = ends;
    order.push(job);
  }
  return order;
}

export class Sequence extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const jobs = files.map((file) => ({
      file,
      seconds: SECONDS[relative(this.ctx.config.root, file.moduleId)] ?? SHORT,
      needsServer: readFileSync(file.moduleId, 'utf8').includes('await startNeo4j('),
    }));
    return lineUp(jobs, WORKERS).map(({ file }) => file);
  }
}
