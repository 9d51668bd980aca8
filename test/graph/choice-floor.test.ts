import { describe, expect, it } from 'vitest';
import { ArrivalsInHand } from '../../src/graph/arrivals-in-hand.js';
import { NEVER, roomForBounds } from '../../src/graph/bounds-room.js';
import { Candidates } from '../../src/graph/candidates.js';
import { carriedTables } from '../../src/graph/carried.js';
import { ChoiceFloor } from '../../src/graph/choice-floor.js';
import type { Network, Question } from '../../src/graph/network.js';
import { PairEvidence } from '../../src/graph/pair-evidence.js';
import { randomWorld } from '../support/random-network.js';

/** As `ChoiceFloor.fill` tells a sum. */
const told = (fit: number): number => (fit === 0 ? 0 : Math.floor(64 * Math.log2(fit)));

function floorsOf(network: Network, question: Question, follows: Uint8Array, busy: number): Int16Array {
  const room = roomForBounds(network, question);
  room.follows.set(follows);
  const tables = carriedTables(network, question.startBits);
  const floor = new ChoiceFloor(network, tables, busy);
  const evidence = new PairEvidence(network, room, tables);
  const arrivals = new ArrivalsInHand(network, room);
  const floors = new Int16Array(network.movements.count);
  for (let party = 0; party < network.movements.parties; party++) {
    arrivals.gather(1, party, NEVER, -NEVER);
    arrivals.describe(evidence);
    floor.fill(party, arrivals, floors);
  }
  return floors;
}

describe('the floor of what an arrival can choose from', () => {
  it('is never above the choice with any goods that can be carried, goods by goods or by papers', () => {
    let looked = 0;
    let near = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { network, question } = randomWorld(seed, seed % 10 === 0 ? { parties: 3, movements: 120 } : {});
      const { movements } = network;
      const tables = carriedTables(network, question.startBits);
      const candidates = new Candidates(network);
      const follows = Uint8Array.from(movements.goods, (paper) => tables.live[paper] as number);
      for (const busy of [0, 1000]) {
        const choiceFloor = floorsOf(network, question, follows, busy);
        for (let a = 0; a < movements.count; a++) {
          if (follows[a] === 0) continue;
          const possible = tables.possible[movements.goods[a] as number] as readonly number[];
          const least = Math.min(...possible.map((carried) => candidates.choice(a, carried).fit));
          expect(choiceFloor[a], `arrival ${a}, seed ${seed}`).toBeLessThanOrEqual(told(least));
          looked++;
          if (busy === 0 && least > 0 && (choiceFloor[a] as number) >= told(least / 2)) near++;
        }
      }
    }
    expect(looked).toBeGreaterThan(5000);
    expect(near).toBeGreaterThan(1000);
  });

  it('is the choice itself where dates are exact and nothing is tied', () => {
    let more = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { network, question } = randomWorld(seed, { plain: true, parties: 4, movements: 150 });
      const { movements } = network;
      const candidates = new Candidates(network);
      const follows = new Uint8Array(movements.count).fill(1);
      for (const busy of [0, 1000]) {
        const choiceFloor = floorsOf(network, question, follows, busy);
        for (let a = 0; a < movements.count; a++) {
          const { fit, count } = candidates.choice(a, 0);
          expect(choiceFloor[a], `arrival ${a}, seed ${seed}`).toBe(told(fit));
          if (count > 1) more++;
        }
      }
    }
    expect(more).toBeGreaterThan(1000);
  });
});
