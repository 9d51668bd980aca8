/// <reference types="vite/client" />
/** The worked questions an analyst starts from; each is a file and runs as it stands. */
import routesToACountry from './examples/routes-to-a-country.graphql?raw';
import wasThisLegalThen from './examples/was-this-legal-then.graphql?raw';
import whatClass from './examples/what-class.graphql?raw';
import whatIsInTheData from './examples/what-is-in-the-data.graphql?raw';
import whatWouldChange from './examples/what-would-change.graphql?raw';
import whoIsBehindThisParty from './examples/who-is-behind-this-party.graphql?raw';
import whyIsThisNotARoute from './examples/why-is-this-not-a-route.graphql?raw';

export interface Example {
  /** As it stands in the address: `?example=judge`. */
  readonly name: string;
  readonly title: string;
  readonly query: string;
}

export const EXAMPLES: readonly Example[] = [
  { name: 'routes', title: 'Routes to a country', query: routesToACountry },
  { name: 'behind', title: 'Who is behind this party?', query: whoIsBehindThisParty },
  { name: 'legal', title: 'Was this legal then?', query: wasThisLegalThen },
  { name: 'class', title: 'What class do these goods have?', query: whatClass },
  { name: 'compare', title: 'What would another law change?', query: whatWouldChange },
  { name: 'why-not', title: 'Why is this not a route?', query: whyIsThisNotARoute },
  { name: 'data', title: 'What is in the data?', query: whatIsInTheData },
];
