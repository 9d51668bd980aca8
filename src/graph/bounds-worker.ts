/** The door of a helping thread. */
import { workerData } from 'node:worker_threads';
import { helpWithBounds } from './parallel-bounds.js';

helpWithBounds(workerData);
