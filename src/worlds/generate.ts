/** Made worlds by name, for the command line. */
import { makeStrait } from './strait.js';
import { writeWorld } from './write.js';

/** Makes the strait of a seed in a folder and says how much was written. */
export function generateStrait(
  seed: number,
  dir: string,
): { readonly entities: number; readonly shipments: number; readonly truths: number } {
  const world = makeStrait(seed);
  writeWorld(world, dir);
  return { entities: world.entities.length, shipments: world.shipments.length, truths: world.truth.length };
}
