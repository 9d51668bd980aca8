/** The questions this page asks; each is a file, checked against the schema when its types are made. */
import chain from './chain.graphql?raw';
import data from './data.graphql?raw';
import howFar from './how-far.graphql?raw';
import oneRoute from './one-route.graphql?raw';
import partiesNamed from './parties-named.graphql?raw';
import rankedRoutes from './ranked-routes.graphql?raw';
import routeRows from './route-rows.graphql?raw';
import routeTold from './route-told.graphql?raw';
import surroundings from './surroundings.graphql?raw';

export const RANKED_ROUTES = `${rankedRoutes}\n${howFar}`;
export const ONE_ROUTE = `${oneRoute}\n${routeTold}`;
export const ROUTE_ROWS = routeRows;
export const CHAIN = `${chain}\n${howFar}\n${routeTold}`;
export const DATA = data;
export const SURROUNDINGS = surroundings;
export const PARTIES_NAMED = partiesNamed;
