/** How complete an answer is, by what law and weights, and what it could not know. */
import { bits, counted, figure } from '../figures.js';
import { Said } from '../frame/said.js';
import type { HowFarFragment } from '../generated.js';
import { STOPS, VIEWS } from '../wording.js';

interface HowFarProps {
  readonly answer: HowFarFragment;
  /** How good a missed route could be at most, in bits. */
  readonly bestMissedBits?: number | null;
}

export function HowFar({ answer, bestMissedBits }: HowFarProps) {
  const { complete, stoppedBy, explored, gaps } = answer;
  return (
    <details className={`how-far ${complete ? '' : 'how-far-cut'}`} open={!complete}>
      <summary>
        <b>{complete ? '✓ Complete' : '⚠ Incomplete'}</b>
        {complete
          ? ': everything in reach was looked at'
          : `: ${stoppedBy === null ? 'it was stopped' : STOPS[stoppedBy]}`}
        {gaps.length > 0 && ` · ${counted(gaps.length, 'gap')} in the data`}
      </summary>
      {!complete && bestMissedBits !== undefined && bestMissedBits !== null && (
        <p>A route that was missed has at most {bits(bestMissedBits)} bits.</p>
      )}
      <dl className="facts">
        <dt>Looked at</dt>
        <dd>
          {counted(explored.movements, 'movement')} and {counted(explored.parties, 'party', 'parties')} in reach,{' '}
          {figure(explored.chains)} chains extended, {figure(explored.pairs)} pairs compared, in{' '}
          {figure(answer.elapsedMs)} ms
        </dd>
        <dt>Law</dt>
        <dd>
          {answer.regime}, {VIEWS[answer.view]}
        </dd>
        <dt>Known as of</dt>
        <dd>{answer.asOf}</dd>
        <dt>Versions</dt>
        <dd>
          facts {answer.storeVersion}, evidence <code>{answer.evidenceVersion}</code>
        </dd>
        {gaps.length > 0 && (
          <>
            <dt>Not known</dt>
            <dd>
              <ul>
                {gaps.map(({ sentence }) => (
                  <li key={sentence}>
                    <Said text={sentence} />
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}
