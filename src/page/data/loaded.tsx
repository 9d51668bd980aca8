/** What is loaded, whether all is well, and what a question may ask for. */
import { useQuestion } from '../asking/use-question.js';
import { figure } from '../figures.js';
import { FaultNotice } from '../frame/fault-notice.js';
import { Progress } from '../frame/progress.js';
import { Said } from '../frame/said.js';
import { Scroll } from '../frame/scroll.js';
import type { DataQuery, DataQueryVariables } from '../generated.js';
import { DATA } from '../questions/documents.js';

const NOTHING: DataQueryVariables = {};

export function Loaded() {
  const told = useQuestion<DataQuery, DataQueryVariables>(DATA, NOTHING);
  return (
    <div className="data-view" id="shown" tabIndex={-1}>
      {told.state === 'LOADING' && <Progress what="Reading what is loaded" since={told.since} stop={told.stop} />}
      {told.state === 'FAILED' && <FaultNotice fault={told.fault} again={told.again} />}
      {told.state === 'STOPPED' && (
        <button type="button" onClick={told.again}>
          Read what is loaded
        </button>
      )}
      {told.state === 'ANSWERED' && (
        <>
          <Health health={told.answer.health} />
          <Datasets datasets={told.answer.datasets} />
          <Limits limits={told.answer.limits} />
        </>
      )}
    </div>
  );
}

function Health({ health }: { readonly health: DataQuery['health'] }) {
  return (
    <section aria-labelledby="health-heading">
      <h2 id="health-heading">{health.ok ? '✓ All is well' : '⚠ Not all is well'}</h2>
      <dl className="facts">
        {health.problem !== null && (
          <>
            <dt>Problem</dt>
            <dd>
              <Said text={health.problem} />
            </dd>
          </>
        )}
        {health.lawProblem !== null && (
          <>
            <dt>Law as edited, not in service</dt>
            <dd>
              <Said text={health.lawProblem} />
            </dd>
          </>
        )}
        <dt>Program</dt>
        <dd>{health.version}</dd>
        <dt>Store</dt>
        <dd>
          {health.store}, {health.storeVersion === null ? 'version unknown' : `version ${health.storeVersion}`}
        </dd>
      </dl>
    </section>
  );
}

const KINDS = ['entities', 'links', 'shipments', 'listings', 'authorizations'] as const;

function Datasets({ datasets }: { readonly datasets: DataQuery['datasets'] }) {
  return (
    <section aria-labelledby="datasets-heading">
      <h2 id="datasets-heading">Data sets</h2>
      {datasets.length === 0 && (
        <p>
          Nothing is loaded. Stop the server and import files with <code>detour import PATH…</code>.
        </p>
      )}
      {datasets.length > 0 && (
        <Scroll label="Data sets">
          <table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                {KINDS.map((kind) => (
                  <th key={kind} scope="col" className="number">
                    {kind}
                  </th>
                ))}
                <th scope="col">Fetched</th>
                <th scope="col">Imported</th>
              </tr>
            </thead>
            <tbody>
              {datasets.map(({ name, records, retrievedOn, importedAt }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {KINDS.map((kind) => (
                    <td key={kind} className="number">
                      {figure(records[kind])}
                    </td>
                  ))}
                  <td className="figure">{retrievedOn ?? 'not said'}</td>
                  <td className="figure">{importedAt.slice(0, 16).replace('T', ' ')} UTC</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

function Limits({ limits }: { readonly limits: DataQuery['limits'] }) {
  const rows: readonly (readonly [string, string])[] = [
    ['Elements in a page', figure(limits.first)],
    ['Routes ranked', figure(limits.k)],
    ['Movements in a route', figure(limits.maxHops)],
    ['Longest stay', `${figure(limits.maxDwellDays)} days`],
    ['Time for a question', `${figure(limits.milliseconds / 1000)} s`],
    ['Size of a request', `${figure(limits.bodyBytes)} bytes`],
    ['Nesting', `${figure(limits.depth)} levels`],
    ['Aliases', figure(limits.aliases)],
    ['Tokens', figure(limits.tokens)],
    ['Cost', `${figure(limits.cost)} points`],
  ];
  return (
    <section aria-labelledby="limits-heading">
      <h2 id="limits-heading">What a question may ask for at most</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="pair">
            <dt>{name}</dt>
            <dd className="figure">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
