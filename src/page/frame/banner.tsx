/** Says that the world shown is invented, and what is wrong where something is. */
import type { SurroundingsQuery } from '../generated.js';
import { Said } from './said.js';

export function Banner({ health }: { readonly health: SurroundingsQuery['health'] | undefined }) {
  if (health === undefined) return null;
  return (
    <>
      {health.exampleWorld && (
        <aside className="banner" aria-label="Example world">
          <b>Invented example world.</b> No party, shipment or link shown here is real. Import your own files with{' '}
          <code>detour import PATH… --store FILE</code>.
        </aside>
      )}
      {health.problem !== null && (
        <aside className="banner banner-problem" aria-label="Problem">
          <b>Not all is well.</b> <Said text={health.problem} />
        </aside>
      )}
      {health.lawProblem !== null && (
        <aside className="banner banner-problem" aria-label="Problem of the law">
          <b>The law of before is in service.</b> <Said text={health.lawProblem} />
        </aside>
      )}
    </>
  );
}
