/** `fetch` that comes back when the server says that it is too busy. */

const MOST_TRIES = 4;
const LONGEST_PAUSE_SECONDS = 10;

/**
 * Answers of status 503 that name a time to come back are asked again after it, a few times; the last one is passed
 * on as it is. Aborting the request ends the wait too.
 */
export function patientFetch(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    for (let tries = 1; ; tries++) {
      const response = await ask(input, init);
      const seconds = Number(response.headers.get('retry-after'));
      if (response.status !== 503 || !(seconds > 0) || tries === MOST_TRIES) return response;
      await pause(Math.min(seconds, LONGEST_PAUSE_SECONDS) * 1000, init?.signal);
    }
  };
}

function pause(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
