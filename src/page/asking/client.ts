/** The one client that asks the server this page came from. */
import { Client, cacheExchange, fetchExchange } from 'urql';

/** Answers are kept for the visit, so that the back button shows them at once. */
export function createAsker(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
  });
}
