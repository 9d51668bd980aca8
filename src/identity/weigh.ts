/** From how well two names agree, and how much that tells, to a score below one. */

/** The highest score that names alone can have. */
const HIGHEST = 0.999;
/** The score of two equal names that tell nothing. */
const FLOOR = 0.8;
/** Bits at which half of the way from the floor to the highest is gone. */
const HALF = 14;

/**
 * A score in [0, 1): `agreement` (0 to 1) times what equal names of so many bits score. It grows with every bit and never
 * comes to its end, so that equal rare names stand above equal common ones.
 */
export function weighed(agreement: number, bits: number): number {
  const told = FLOOR + (HIGHEST - FLOOR) * (1 - 2 ** (-bits / HALF));
  return Math.max(0, Math.min(1, agreement)) * told;
}
