/** The evidence that ships with the program. */
import { fileURLToPath } from 'node:url';
import { loadEvidence } from '../../src/evidence/load.js';

export const SEEDS = fileURLToPath(new URL('../../seeds/evidence', import.meta.url));
export const evidence = loadEvidence(SEEDS);
