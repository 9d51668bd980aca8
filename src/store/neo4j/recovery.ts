/** What remains to be done after an import: removing one that died, and labels that follow one that is visible. */
import { type Database, onlyRow, type Run } from './database.js';
import { shownOf, type Version } from './known.js';
import type { Lease } from './lease.js';
import type { Properties } from './properties.js';

const AT_ONCE = 10_000;

/** Relationship types of links by the model's types. */
export const LINK_RELATIONSHIPS: Readonly<Record<string, string>> = {
  owns: 'OWNS',
  controls: 'CONTROLS',
  officerOf: 'OFFICER_OF',
  associate: 'ASSOCIATE',
};

/** Removes what an unfinished import left and finishes what a visible one left to do. The caller holds the lease. */
export async function recover(database: Database, lease: Lease): Promise<void> {
  const state = await database.state();
  if (state.importing !== null) await removeImport(database, lease, state.importing);
  if (state.untidy === true) await tidy(database);
}

/**
 * Removes everything that carries the number of an import.
 *
 * @returns false, and nothing is removed, if the import is visible, whatever made the caller think that it failed
 */
export async function removeImport(database: Database, lease: Lease, importing: number): Promise<boolean> {
  const state = await database.state();
  if (state.version >= importing) return false;
  const steps: readonly (readonly [string, Properties])[] = [
    ['remove-shipments', { shipments: state.shipments }],
    ['remove-shipment-versions', {}],
    ['remove-links', {}],
    ['remove-listings', {}],
    ['remove-authorizations', {}],
    ['remove-descriptions', {}],
    ['remove-parties', { parties: state.parties }],
    ['remove-statements', {}],
  ];
  for (const [statement, parameters] of steps) {
    await inSteps(database, async (run) => {
      lease.check(await run('lease-renew', { owner: lease.owner }));
      const asked = { ...parameters, importing, limit: AT_ONCE };
      return (await onlyRow<{ readonly removed: number }>(run, statement, asked)).removed;
    });
  }
  await database.write((run) => run('import-removed', { owner: lease.owner }));
  return true;
}

/** Gives what the last imports touched the labels, relationship types and shown properties that people browse. */
export async function tidy(database: Database): Promise<void> {
  const { version } = await database.state();
  for (const [statement, label] of [
    ['touched-shipments', 'Shipment'],
    ['touched-listings', 'Listing'],
    ['touched-authorizations', 'Authorization'],
  ] as const) {
    await inSteps(database, async (run) => {
      const versions = await run<TouchedNode>(statement, { version, limit: AT_ONCE });
      const shown = new Set(shownOf(versions, undefined).map((one) => one.element));
      const rows = versions.map((one) => ({
        element: one.element,
        from: one.label,
        to: shown.has(one.element) ? label : `Superseded${label}`,
      }));
      await run('relabel', { rows });
      return rows.length;
    });
  }
  await database.write((run) => tidyLinks(run, version));
  await inSteps(database, async (run) => {
    return (await onlyRow<{ readonly shown: number }>(run, 'show-descriptions', { version, limit: AT_ONCE })).shown;
  });
  await database.write((run) => run('tidied', { version }));
}

interface TouchedVersion extends Version {
  readonly element: string;
}

interface TouchedNode extends TouchedVersion {
  readonly label: string;
}

interface TouchedLink extends TouchedVersion {
  readonly type: string;
  readonly relationship: string;
}

async function tidyLinks(run: Run, version: number): Promise<void> {
  const versions = await run<TouchedLink>('touched-links', { version });
  const shown = new Set(shownOf(versions, undefined));
  const wanted = (one: TouchedLink) => (shown.has(one) ? LINK_RELATIONSHIPS[one.type] : 'SUPERSEDED_LINK') as string;
  const moved = versions.filter((one) => one.relationship !== wanted(one));
  const staying = versions.filter((one) => one.relationship === wanted(one));
  await run('untouch-links', { elements: staying.map((one) => one.element) });
  await run('relink', { rows: moved.map((one) => ({ element: one.element, to: wanted(one) })) });
}

/** Repeats a step, each time in a transaction of its own, until it finds nothing to do. */
async function inSteps(database: Database, step: (run: Run) => Promise<number>): Promise<void> {
  for (;;) {
    if ((await database.write(step)) === 0) return;
  }
}
