import { describe, expect, it } from 'vitest';
import { type Bounds, boundsIn, computeBounds, RANGES } from '../../src/graph/bounds.js';
import { BoundsBuilder } from '../../src/graph/bounds-builder.js';
import { roomForBounds } from '../../src/graph/bounds-room.js';
import { crewState, workOff } from '../../src/graph/crew.js';
import { findRoutes } from '../../src/graph/find-routes.js';
import { randomWorld, seeded } from '../support/random-network.js';

const tables = ({ seen, needed, movement, startSeen, startNeeded }: Bounds): unknown => ({
  seen: seen.map((level) => [...level]),
  needed: needed.map((level) => [...level]),
  movement: [...movement],
  startSeen: [...startSeen],
  startNeeded: [...startNeeded],
});

type RandomWorld = ReturnType<typeof randomWorld>;

describe('bounds by several threads', () => {
  it('are those of one, whoever does which range, in which order, and how often', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const { network, question } = randomWorld(seed);
      const options = seed % 2 === 0 ? { pairsAtMost: 0, tiesAtMost: seed % 4 } : {};
      const random = seeded(seed);
      const room = roomForBounds(network, question);
      const crew = [1, 2, 3].map(() => new BoundsBuilder(network, question, room, options));
      const helpers = crew.map((builder) => builder.inRanges(RANGES));
      for (let phase = 0; phase < (crew[0] as BoundsBuilder).phases; phase++) {
        const left = Array.from({ length: RANGES }, (_, range) => range);
        while (left.length > 0) {
          const at = Math.floor(random() * left.length);
          helpers[Math.floor(random() * helpers.length)]?.(phase, left[at] as number);
          // One in five is done again later, as when a thread is thought dead.
          if (random() < 0.8) left.splice(at, 1);
        }
      }
      const [first] = crew as [BoundsBuilder, ...BoundsBuilder[]];
      const shared = boundsIn(room, first.tables, options, true);
      expect(tables(shared), `seed ${seed}`).toEqual(tables(computeBounds(network, question, options)));
    }
  });

  it('are finished by the thread that wants them when a helper takes a range and dies', () => {
    const done: string[] = [];
    const state = crewState(3, 4);
    // A helper took the first range and was never heard of again.
    Atomics.add(state.counters, 0, 1);
    expect(workOff(state, 4, (phase, range) => done.push(`${phase}.${range}`), true)).toBe(true);
    expect(new Set(done).size).toBe(12);
    const order = done.map((one) => Number(one[0]));
    expect([...order].sort()).toEqual(order);
  });
});

describe('an abort', () => {
  it('in any phase leaves what each movement brings, and the search says that it was aborted', () => {
    const { network, question } = randomWorld(3);
    const whole = computeBounds(network, question);
    const builder = new BoundsBuilder(network, question, roomForBounds(network, question), {});
    for (let phase = 0; phase < builder.phases; phase++) {
      const room = roomForBounds(network, question);
      const inRoom = new BoundsBuilder(network, question, room, {});
      const abort = new Int32Array(1);
      const work = inRoom.inRanges(RANGES);
      const begun = new Set<number>();
      const complete = workOff(
        crewState(inRoom.phases, RANGES),
        RANGES,
        (at, range) => {
          begun.add(at);
          if (at === phase && range === 1) abort[0] = 1;
          work(at, range);
        },
        true,
        abort,
      );
      expect(complete).toBe(false);
      expect(Math.max(...begun)).toBe(phase);
      const bounds = boundsIn(room, inRoom.tables, {}, complete);
      expect([...bounds.movement]).toEqual([...whole.movement]);
      const found = findRoutes(network, question, 10, { abort }, bounds);
      expect(found).toMatchObject({ complete: false, exhausted: false, stoppedBy: 'ABORTED', groups: [] });
      expect(found.bestOpen).toBeUndefined();
    }
  });

  it('before the bounds ends them at once, and after them the search', () => {
    const hasRoutes = ({ network, question }: RandomWorld): boolean =>
      findRoutes(network, question, 1).groups.length > 0;
    const { network, question } = Array.from({ length: 20 }, (_, i) => randomWorld(i + 1)).find(
      hasRoutes,
    ) as RandomWorld;
    const abort = Int32Array.of(1);
    const bounds = computeBounds(network, question, { abort });
    expect(bounds.complete).toBe(false);
    const budget = { abort };
    const found = findRoutes(network, question, 10, budget, computeBounds(network, question));
    expect(found).toMatchObject({ complete: false, stoppedBy: 'ABORTED', groups: [] });
    expect(found.bestOpen).toBeDefined();
  });
});
