/** The built program with the example world in memory, as `npm start` serves it. */
import { once } from 'node:events';
import { begin, build } from '../cli/run.js';

export interface Served {
  /** `http://127.0.0.1:34567`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Builds what is stale, starts on a free port, and waits until it says where it listens. */
export async function serveExampleWorld(): Promise<Served> {
  await build();
  const child = begin(['serve', '--port', '0', '--store', ':memory:']);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (part: unknown) => {
      said += String(part);
      const place = /Detour is at (http:\S+?) /.exec(said)?.[1];
      if (place !== undefined) resolve(place);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
  return {
    url,
    async close() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** Asks the interface over HTTP. */
export async function ask(url: string, query: string, variables: object = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
  return (await response.json()) as { readonly data: any; readonly errors?: readonly unknown[] };
}
