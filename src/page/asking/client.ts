/** The one client that asks the server this page came from. */
import { Client, cacheExchange, fetchExchange } from 'urql';
import { patientFetch } from './patient-fetch.js';

/** Answers are kept for the visit, so that the back button shows them at once. */
export function createAsker(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: patientFetch((input, init) => window.fetch(input, init)),
    exchanges: [cacheExchange, fetchExchange],
  });
}
