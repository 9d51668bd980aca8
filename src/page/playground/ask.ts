/** Asks the server; unsubscribing aborts the request, and the server then stops its search. */

interface Observer {
  readonly next: (answer: unknown) => void;
  readonly error: (cause: unknown) => void;
  readonly complete: () => void;
}

interface Subscription {
  unsubscribe(): void;
}

/** What GraphiQL calls a fetcher, as an observable of one answer. */
export function ask(question: object): { subscribe(observer: Observer): Subscription } {
  return {
    subscribe(observer) {
      const stop = new AbortController();
      fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(question),
        signal: stop.signal,
      })
        .then(async (response) => {
          observer.next(await response.json());
          observer.complete();
        })
        .catch((cause: unknown) => {
          if (!stop.signal.aborted) observer.error(cause);
        });
      return { unsubscribe: () => stop.abort() };
    },
  };
}
