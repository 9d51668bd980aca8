/** The worker's door: one function, and the bounds it keeps from task to task. */
import { type BoundsCache, runSearch, type SearchResult, type SearchTask } from './search.js';

const cache: BoundsCache = new Map();

export default (task: SearchTask): SearchResult => runSearch(task, cache);
