/** Asks one question and follows it: under way, stopped, failed or answered. */
import { useCallback, useEffect, useState } from 'react';
import { type AnyVariables, useClient } from 'urql';
import { type Fault, readFault } from './fault.js';

export type Asked<Answer> =
  | { readonly state: 'IDLE' }
  | { readonly state: 'LOADING'; readonly since: number; readonly stop: () => void }
  | { readonly state: 'STOPPED'; readonly again: () => void }
  | { readonly state: 'FAILED'; readonly fault: Fault; readonly again: () => void }
  | { readonly state: 'ANSWERED'; readonly answer: Answer; readonly again: () => void };

interface Outcome<Answer> {
  /** Which question it belongs to; the outcome of another one is not shown. */
  readonly key: string;
  readonly answer?: Answer;
  readonly fault?: Fault;
  readonly stopped?: true;
}

/**
 * The state of the question; nothing is asked while `variables` is undefined.
 *
 * Leaving the view or asking something else aborts the request, and the server then stops its search. `again` asks
 * the server even where an answer is kept.
 */
export function useQuestion<Answer, Variables extends AnyVariables>(
  document: string,
  variables: Variables | undefined,
): Asked<Answer> {
  const client = useClient();
  const [round, setRound] = useState(0);
  const [since, setSince] = useState(0);
  const [outcome, setOutcome] = useState<Outcome<Answer>>();
  const asked = variables === undefined ? undefined : JSON.stringify(variables);
  const key = `${round} ${document} ${asked}`;
  const stopped = outcome?.key === key && outcome.stopped === true;

  useEffect(() => {
    if (asked === undefined || stopped) return;
    setSince(performance.now());
    const requestPolicy = round === 0 ? 'cache-first' : 'network-only';
    const { unsubscribe } = client
      .query<Answer, Variables>(document, JSON.parse(asked) as Variables, { requestPolicy })
      .subscribe(({ data, error }) => {
        if (error !== undefined) setOutcome({ key, fault: readFault(error) });
        else if (data !== undefined) setOutcome({ key, answer: data });
      });
    return unsubscribe;
  }, [client, document, asked, round, key, stopped]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  const stop = useCallback(() => setOutcome({ key, stopped: true }), [key]);

  if (variables === undefined) return { state: 'IDLE' };
  if (outcome?.key !== key) return { state: 'LOADING', since, stop };
  if (outcome.stopped) return { state: 'STOPPED', again };
  if (outcome.fault) return { state: 'FAILED', fault: outcome.fault, again };
  return { state: 'ANSWERED', answer: outcome.answer as Answer, again };
}
