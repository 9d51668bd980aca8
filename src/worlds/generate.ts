/** Made worlds by name, for the command line. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeStrait } from './strait.js';
import { makeTrade, type TradeSize } from './trade.js';
import { writeWorld } from './write.js';

export interface Generated {
  readonly entities: number;
  readonly links: number;
  readonly shipments: number;
  /** Patterns and decoys told of in `truth.jsonl`; none in plain trade. */
  readonly truths: number;
}

/** Makes the strait of a seed in a folder (made if need be) and says how many rows were written. */
export function generateStrait(seed: number, dir: string): Generated {
  const world = makeStrait(seed);
  writeWorld(world, dir);
  const { entities, links, shipments, truth } = world;
  return { entities: entities.length, links: links.length, shipments: shipments.length, truths: truth.length };
}

/**
 * Makes plain random trade of any size in a folder (made if need be): `entities.csv`, `links.csv`,
 * `shipments.csv`, written as they are made, so that memory does not grow with the size.
 */
export function generateTrade(seed: number, size: TradeSize, dir: string): Generated {
  mkdirSync(dir, { recursive: true });
  const trade = makeTrade(seed, size);
  writeChunks(join(dir, 'entities.csv'), trade.entities);
  writeChunks(join(dir, 'links.csv'), trade.links);
  writeChunks(join(dir, 'shipments.csv'), trade.shipments);
  return { entities: size.parties, links: Math.floor(size.parties / 10), shipments: size.shipments, truths: 0 };
}

function writeChunks(file: string, chunks: Iterable<Uint8Array>): void {
  const handle = openSync(file, 'w');
  try {
    for (const chunk of chunks) writeSync(handle, chunk);
  } finally {
    closeSync(handle);
  }
}
