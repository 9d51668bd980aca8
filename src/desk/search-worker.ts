/** The worker's door: one function, and the bounds it keeps from task to task. */
import { runSearch, type SearchCache, type SearchResult, type SearchTask } from './search.js';

const cache: SearchCache = new Map();

export default (task: SearchTask): SearchResult => runSearch(task, cache);
