/**
 * One network measured in a process of its own: prints its figures as JSON.
 *
 *     node bench/search-case.mjs bare|everything|trade COUNT [DuckDB's limit in seconds]
 */
import { computeBounds } from '../dist/graph/bounds.js';
import { roomForBounds } from '../dist/graph/bounds-room.js';
import { Candidates } from '../dist/graph/candidates.js';
import { findRoutes } from '../dist/graph/find-routes.js';
import { classifyLots } from '../dist/graph/lots.js';
import { computeBoundsParallel } from '../dist/graph/parallel-bounds.js';
import { reachForBounds, reachFrom } from '../dist/graph/reach.js';
import { duckDbSeconds } from './duckdb-walks.mjs';
import { everythingNetwork, everythingQuestion } from './random-everything.mjs';
import { bareNetwork, bareQuestion, randomTrade } from './random-trade.mjs';
import { tradeWorld } from './trade-world.mjs';

/** A search that takes longer is cut off and told as such. */
const LIMIT_MS = 20_000;

const [world, size, duckDbLimit] = process.argv.slice(2);
const count = Number(size);
const { network, question, projected } = await caseOf(world, count);
const few = fewOrigins(question, 20);
const one = fewOrigins(question, 1);
const figures = { world, count, parties: network.movements.parties, ...(projected === undefined ? {} : { projected }) };

figures.pass = measure(() => passOver(network.movements));
figures.reach = measure(() => reachFrom(network, few));
if (world !== 'bare') figures.lots = measure(() => classify(network));
let bounds;
figures.bounds = measure(() => {
  bounds = computeBounds(network, question);
});
if (count >= 1e6) figures.boundsOnTwo = measure(() => computeBoundsParallel(network, question, 2), wall);

// As many targets a party at every size: so the networks differ in size alone.
const alike = askedOf(world, network, network.movements.parties / 200) ?? question;
figures.alike = alike === question ? figures.bounds : measure(() => computeBounds(network, alike));

let found;
let candidates;
figures.ten = measure(() => {
  candidates = new Candidates(network);
  found = findRoutes(network, question, 10, { milliseconds: LIMIT_MS }, bounds, candidates);
});
figures.complete = found.complete;
figures.expansions = found.expansions;
figures.otherK = measure(() => findRoutes(network, question, 5, { milliseconds: LIMIT_MS }, bounds, candidates));
figures.fewCached = measure(() => findRoutes(network, few, 10, { milliseconds: LIMIT_MS }, bounds, candidates));
let plain;
figures.fewUncached = measure(() => {
  const reached = computeBounds(network, few, { reach: reachForBounds(network, few) });
  plain = findRoutes(network, few, 10, { milliseconds: LIMIT_MS }, reached);
});
if (count >= 1e6) {
  figures.fewOnTwo = measure(() => {
    const reached = computeBoundsParallel(network, few, 2, { reach: reachForBounds(network, few) });
    findRoutes(network, few, 10, { milliseconds: LIMIT_MS }, reached);
  }, wall);
}
figures.oneUncached = measure(() => {
  const reached = computeBounds(network, one, { reach: reachForBounds(network, one) });
  findRoutes(network, one, 10, { milliseconds: LIMIT_MS }, reached);
});
figures.bytesAtSix = bytesOf([network.movements, roomForBounds(network, { ...question, maxMovements: 6 })]) / count;
figures.bytesAtTen = bytesOf([network.movements, roomForBounds(network, { ...question, maxMovements: 10 })]) / count;
figures.residentMb = process.memoryUsage.rss() / 1e6;
if (world === 'bare' && duckDbLimit !== undefined) {
  const tenth = plain.groups[plain.groups.length - 1]?.route.score ?? 0;
  figures.duckDb = await duckDbSeconds(network, few, -tenth, Number(duckDbLimit));
}
console.log(JSON.stringify(figures));

async function caseOf(name, movements) {
  if (name === 'trade') return tradeWorld(movements);
  if (name === 'everything') {
    const made = everythingNetwork(movements);
    return { network: made, question: everythingQuestion(made.movements, { origins: 0 }) };
  }
  const made = bareNetwork(randomTrade(movements));
  return { network: made, question: bareQuestion(made.movements, { origins: 0 }) };
}

/** The question of a made network with so many targets; undefined for files, where targets grow with the rest. */
function askedOf(name, { movements }, targets) {
  if (name === 'trade') return undefined;
  const ask = name === 'bare' ? bareQuestion : everythingQuestion;
  return ask(movements, { origins: 0, targets: Math.max(1, Math.round(targets)) });
}

/** The question from so many of its origins, evenly spread. */
function fewOrigins(asked, many) {
  const every = Math.max(1, Math.floor(asked.origins.length / many));
  const pick = (_, i) => i % every === 0 && i / every < many;
  return { ...asked, origins: asked.origins.filter(pick), originBits: asked.originBits.filter(pick) };
}

/** Processor seconds of this process, all its threads together. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Seconds by the clock on the wall. */
function wall() {
  return performance.now() / 1000;
}

/** Median seconds: of nine runs at least and a third of a second, of three that take longer, of one of two seconds. */
function measure(work, clock = processor) {
  const times = [];
  let total = 0;
  while (times.length < 9 || total < 0.35) {
    const started = clock();
    work();
    const seconds = clock() - started;
    times.push(seconds);
    total += seconds;
    if (seconds > 2 || (times.length >= 3 && total > 1.5)) break;
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

/** One sequential pass over the bytes of every column of the movements, four at a time. */
function passOver(movements) {
  let sum = 0;
  for (const column of Object.values(movements)) {
    if (typeof column === 'number') continue;
    const words = new Int32Array(column.buffer, column.byteOffset, column.byteLength >> 2);
    for (let i = 0; i < words.length; i++) sum = (sum + words[i]) | 0;
  }
  return sum;
}

function classify({ movements, goods, weights }) {
  const copy = (column) => new Uint8Array(column.length);
  const own = {
    ...movements,
    stock: copy(movements.stock),
    split: copy(movements.split),
    rarity: copy(movements.rarity),
  };
  classifyLots(own, goods, 180, () => [], {
    stock: (chips, stock) => (chips > stock ? 3 : chips === stock ? 2 : 1),
    split: (arrived, onward, lots) => (lots === 0 ? 2 : onward > arrived ? 1 : 0),
    rarity: (same, all) => (same * 50 < all ? 3 : same * 10 < all ? 2 : 1),
    weightTells: (relation) => relation === 1,
    needsMatch: (relation) => weights.needsMatch[relation] === 1,
    unknownStock: 0,
    unknownRarity: 0,
  });
}

function bytesOf(objects) {
  const buffers = new Set();
  for (const value of objects.flatMap((object) => Object.values(object)).flat()) {
    if (typeof value === 'object') buffers.add(value.buffer);
  }
  return [...buffers].reduce((sum, buffer) => sum + buffer.byteLength, 0);
}
