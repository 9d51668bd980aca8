import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/worlds/native.js';
import { makeStrait } from '../../src/worlds/strait.js';
import {
  brokenConditions,
  countryOf,
  departs,
  indexOf,
  pieceKg,
  productOf,
  type Shipment,
  TIER_3,
  TPP,
  tierOf,
} from './conditions.js';

const worlds = [1, 2, 3, 4, 5, 6].map((seed) => makeStrait(seed));
const stories = worlds.flatMap((world) => {
  const index = indexOf(world);
  return world.truth.map((truth) => ({
    world,
    index,
    truth,
    at: `seed ${world.seed} ${truth.id} ${truth.typology} ${truth.kind ?? 'planted'}`,
  }));
});
const planted = stories.filter(({ truth }) => truth.illicit);
const decoys = stories.filter(({ truth }) => !truth.illicit);

describe('what is planted', () => {
  it('are at least 18 patterns of nine typologies and 18 decoys of eight kinds in every world', () => {
    for (const { truth } of worlds) {
      const patterns = truth.filter((each) => each.illicit);
      expect(patterns.length).toBeGreaterThanOrEqual(18);
      expect(new Set(patterns.map((each) => each.typology)).size).toBeGreaterThanOrEqual(9);
      expect(truth.length - patterns.length).toBeGreaterThanOrEqual(18);
      expect(new Set(truth.flatMap((each) => each.kind ?? [])).size).toBeGreaterThanOrEqual(8);
      expect(patterns.filter((each) => !each.observed).length).toBeGreaterThanOrEqual(4);
      for (const typology of ['P1', 'P2', 'P3', 'P4', 'P5', 'P7', 'P8', 'P12', 'P13'])
        expect(patterns.some((each) => each.typology === typology)).toBe(true);
    }
  });

  it('names shipments and parties of the data, which join into its paths', () => {
    for (const { index, truth, at } of stories) {
      for (const id of truth.shipments) expect(index.shipments.has(id), at).toBe(true);
      for (const id of [...truth.parties, ...truth.ends]) expect(index.entities.has(id), at).toBe(true);
      expect(new Set(truth.paths.flatMap((path) => path.shipments)), at).toEqual(new Set(truth.shipments));
      expect(
        truth.paths.map((path) => path.parties.length),
        at,
      ).toContain(truth.parties.length);
      for (const { shipments, parties } of truth.paths) {
        const passed = shipments.flatMap((id) => [
          String(index.shipments.get(id)?.shipper),
          String(index.shipments.get(id)?.consignee),
        ]);
        expect(
          passed.filter((party, i) => party !== passed[i - 1]),
          at,
        ).toEqual(parties);
      }
      expect(truth.ends, at).toContain(truth.parties.at(-1));
    }
  });

  it('starts in Tier 0 or 1 and passes Tier 2', () => {
    for (const { index, truth, at } of stories) {
      for (const { parties } of truth.paths) {
        const tiers = parties.map((party) => tierOf(countryOf(index, party)));
        expect(tiers[0], at).toBeLessThanOrEqual(1);
        expect(tiers.slice(1).includes(2), at).toBe(true);
      }
    }
  });

  it('holds every condition of a route: days in order and near enough, goods, quantity, links, law', () => {
    for (const { index, truth, at } of planted) expect(brokenConditions(index, truth), at).toEqual([]);
  });

  it('breaks in a decoy the one condition its kind names, in each of its paths', () => {
    for (const { index, truth, at } of decoys) {
      expect(brokenConditions(index, truth), at).toEqual([truth.kind]);
      for (const path of truth.paths)
        expect(brokenConditions(index, { ...truth, paths: [path] }), at).toEqual([truth.kind]);
    }
  });

  it('ends in Tier 3 where the last leg is in the data, and stops in Tier 2 where it is not', () => {
    for (const { index, truth, at } of planted) {
      const end = tierOf(countryOf(index, truth.ends[0] as string));
      expect(end, at).toBe(truth.observed ? 3 : 2);
    }
  });

  it('keeps the weight of a piece where the papers of a transit relabel change heading and value (P13)', () => {
    for (const { index, truth, at } of planted.filter((story) => story.truth.typology === 'P13')) {
      const [bought, changed, out] = truth.paths[0]!.shipments.map((id) => index.shipments.get(id) as Shipment) as [
        Shipment,
        Shipment,
        Shipment,
      ];
      expect(productOf(changed), at).toBeUndefined();
      expect(productOf(out), at).toBeUndefined();
      expect(Math.abs((pieceKg(out) as number) / (pieceKg(changed) as number) - 1), at).toBeLessThan(0.08);
      if (bought.value !== undefined && out.value !== undefined)
        expect(
          Number(out.value) / Number(out.units) / (Number(bought.value) / Number(bought.units ?? out.units)),
          at,
        ).toBeLessThan(0.6);
    }
  });

  it('keeps each buyer of a merged order just under the threshold (P8)', () => {
    const merged = planted.filter(({ truth }) => truth.typology === 'P8' && truth.paths[0]!.shipments.length === 3);
    expect(merged.length).toBe(worlds.length);
    for (const { index, truth, at } of merged) {
      expect(truth.paths.length, at).toBeGreaterThanOrEqual(3);
      for (const path of truth.paths) {
        const bought = index.shipments.get(path.shipments[0] as string);
        if (bought?.units === undefined) continue;
        const tpp = Number(bought.units) * (TPP[truth.product] as number);
        expect(tpp, at).toBeLessThan(3_200_000);
        expect(tpp, at).toBeGreaterThan(2_900_000);
      }
    }
  });

  it('has firms of one address in a row, the earlier ones listed before the last ends (P12)', () => {
    for (const world of worlds) {
      const index = indexOf(world);
      const rooms = world.truth.filter((truth) => truth.illicit && truth.note.includes('of 3 at one address'));
      expect(rooms.length).toBe(3);
      const shells = rooms.map((truth) => truth.parties[1] as string);
      const listed = world.listings.filter((row) => shells.includes(String(row.entity)));
      expect(listed.length).toBe(2);
      const addresses = new Set(shells.flatMap((id) => index.entities.get(id)?.address ?? []));
      expect(addresses.size).toBe(1);
    }
  });

  it('uses firms as busy as any as intermediaries (P5)', () => {
    for (const { world, truth, at } of planted.filter((story) => story.truth.typology === 'P5')) {
      const hub = truth.parties.at(-2);
      expect(world.shipments.filter((row) => row.shipper === hub || row.consignee === hub).length, at).toBeGreaterThan(
        15,
      );
    }
  });
});

describe('the data tell nothing they should not', () => {
  it('have opaque ids and no word about what was planted', () => {
    for (const world of worlds) {
      const text = [
        csvOf('entities', world.entities),
        csvOf('links', world.links),
        csvOf('shipments', world.shipments),
        csvOf('listings', world.listings),
        csvOf('authorizations', world.authorizations),
      ].join('\n');
      expect(
        text.match(
          /decoy|planted|illicit|smuggl|diversion|diverted|straw|shell|\bfake\b|front firm|typology|\bP(1[0-3]?|[2-9])\b/i,
        ),
      ).toBeNull();
      for (const truth of world.truth) expect(text.includes(truth.id), truth.id).toBe(false);
      for (const row of [...world.entities, ...world.shipments, ...world.links])
        expect(String(row.id)).toMatch(/^[psl]-[2-9a-hjkmnp-z]{6}$/);
      for (const row of world.entities) expect(row.notes).toBeUndefined();
    }
  });

  it('name no firm anybody knows', () => {
    for (const world of worlds) {
      const names = world.entities.map((row) => `${row.name} ${row.website}`).join('\n');
      expect(
        names.match(
          /\b(nvidia|intel|amd|huawei|supermicro|super micro|dell|lenovo|tsmc|samsung|hynix|micron|google|microsoft|amazon|inspur|foxconn|quanta|wistron|asus|gigabyte|megaspeed)\b/i,
        ),
      ).toBeNull();
      for (const row of world.entities)
        if (row.website !== undefined) expect(String(row.website)).toMatch(/\.example$/);
    }
  });

  it('give planted shipments the blanks of any other, and ids that sort among the others', () => {
    const all = worlds.flatMap((world) => {
      const ids = new Set(world.truth.flatMap((truth) => truth.shipments));
      const sorted = world.shipments.map((row) => String(row.id)).sort();
      const rank = new Map(sorted.map((id, i) => [id, i / sorted.length]));
      return world.shipments.map((row) => ({
        row,
        inTruth: ids.has(String(row.id)),
        rank: rank.get(String(row.id)) as number,
      }));
    });
    const share = (inTruth: boolean, test: (row: Shipment) => boolean): number => {
      const rows = all.filter((each) => each.inTruth === inTruth);
      return rows.filter(({ row }) => test(row)).length / rows.length;
    };
    for (const column of [
      'arrives',
      'weightKg',
      'units',
      'hs',
      'description',
      'value',
      'document',
      'toCountry',
    ] as const) {
      expect(
        Math.abs(share(true, (row) => row[column] === undefined) - share(false, (row) => row[column] === undefined)),
        column,
      ).toBeLessThan(0.06);
    }
    const ranks = all.filter((each) => each.inTruth).map((each) => each.rank);
    expect(Math.abs(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length - 0.5)).toBeLessThan(0.04);
  });

  it('give decoys and patterns the same kind of parties: age, web presence, other business', () => {
    const middlemen = (illicit: boolean): { young: number; web: number; other: number } => {
      const parties = stories
        .filter(({ truth }) => truth.illicit === illicit)
        .flatMap(({ world, index, truth }) =>
          truth.parties
            .slice(1, -1)
            .filter((id) => world.shipments.filter((row) => row.shipper === id || row.consignee === id).length < 14)
            .map((id) => {
              const row = index.entities.get(id);
              const first = Math.min(
                ...truth.shipments.map((shipment) => departs(index.shipments.get(shipment) as Shipment).earliest),
              );
              const founded = row?.foundedOn === undefined ? undefined : Date.parse(String(row.foundedOn)) / 86_400_000;
              const own = world.shipments.filter(
                (each) => (each.shipper === id || each.consignee === id) && !truth.shipments.includes(String(each.id)),
              ).length;
              return {
                young: founded !== undefined && first - founded < 750 ? 1 : 0,
                web: row?.website === undefined ? 0 : 1,
                other: own,
              };
            }),
        );
      const mean = (value: (party: (typeof parties)[number]) => number): number =>
        parties.reduce((sum, party) => sum + value(party), 0) / parties.length;
      return {
        young: mean((party) => party.young),
        web: mean((party) => party.web),
        other: mean((party) => party.other),
      };
    };
    const [guilty, innocent] = [middlemen(true), middlemen(false)];
    expect(Math.abs(guilty.young - innocent.young)).toBeLessThan(0.2);
    expect(Math.abs(guilty.web - innocent.web)).toBeLessThan(0.2);
    expect(guilty.other).toBeGreaterThan(1);
    expect(Math.abs(guilty.other - innocent.other)).toBeLessThan(2);
  });

  it('have innocent trade into Tier 3 to hide among', () => {
    for (const world of worlds) {
      const index = indexOf(world);
      const ids = new Set(world.truth.flatMap((truth) => truth.shipments));
      const inbound = world.shipments.filter(
        (row) =>
          !ids.has(String(row.id)) &&
          TIER_3.has(countryOf(index, String(row.consignee))) &&
          !TIER_3.has(countryOf(index, String(row.shipper))),
      );
      expect(inbound.length).toBeGreaterThan(200);
      expect(
        inbound.filter((row) => String(row.hs).startsWith('8473') || String(row.hs).startsWith('8471.5')).length,
      ).toBeGreaterThan(50);
    }
  });
});
