/** What every resolver of one request shares. */
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { AsOf, Desk } from '../desk/answers.js';
import { type Day, dayOfTime, type PartialDate } from '../model/day.js';
import type { Entity } from '../model/entity.js';
import { lastDay } from './day-arguments.js';
import type { Limits } from './limits.js';

export type { Desk } from '../desk/answers.js';

export interface Context {
  readonly desk: Desk;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  readonly today: Day;
  /** What the question's top-level field hides; fields below it hide the same. */
  asOf(info: GraphQLResolveInfo): AsOf;
  /** Takes the `asOf` argument of a top-level field, for `asOf(info)` below it. */
  keepAsOf(date: PartialDate | null | undefined, info: GraphQLResolveInfo): AsOf;
  /** The party with this id; parties of one request are read together. */
  party(id: string, info: GraphQLResolveInfo): Promise<Entity>;
}

export interface ContextOptions {
  readonly desk: Desk;
  readonly limits: Limits;
  /** Fires when the client goes away or its time is over. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function createContext({ desk, limits, signal, now }: ContextOptions): Context {
  const days = new Map<string, AsOf>();
  const loaders = new Map<AsOf, DataLoader<string, Entity>>();
  const asOf = (info: GraphQLResolveInfo) => days.get(topField(info));
  return {
    desk,
    limits,
    signal,
    today: dayOfTime(now),
    asOf,
    keepAsOf(date, info) {
      days.set(topField(info), lastDay(date));
      return lastDay(date);
    },
    party(id, info) {
      const day = asOf(info);
      const loader = loaders.get(day) ?? partyLoader(desk, day);
      loaders.set(day, loader);
      return loader.load(id);
    },
  };
}

function partyLoader(desk: Desk, asOf: AsOf): DataLoader<string, Entity> {
  return new DataLoader(async (ids) => {
    const parties = await desk.entitiesById(ids, asOf);
    return ids.map((id, i) => parties[i] ?? undescribed(id));
  });
}

/** A party that a record names and that nobody described by then. */
function undescribed(id: string): Entity {
  return { id, aliases: [], roles: [], identifiers: [], stub: true, dataset: '', record: '' };
}

function topField(info: GraphQLResolveInfo): string {
  let { path } = info;
  while (path.prev) path = path.prev;
  return String(path.key);
}
