/** Is a party on a list? Every name of every listed party is compared, with what else is known; what was not checked is said. */
import { MATCH_THRESHOLD } from '../identity/compare-names.js';
import type { NameKnowledge } from '../identity/knowledge.js';
import { type IndexedName, NameIndex } from '../identity/name-index.js';
import { bareIdentifier, type Feature, type PartyFacts, withFeatures } from '../identity/party-features.js';
import { type Certainty, type Day, dayOfTime, exactly, formatDay } from '../model/day.js';
import type { Entity } from '../model/entity.js';
import { DetourError, nearest } from '../model/errors.js';
import { LISTS, type Listing, listedDuring } from '../model/listing.js';
import type { AsOf, Store } from '../store/port.js';

/** A party to look for; what is absent is unknown. */
export interface ScreenInput extends PartyFacts {
  readonly name: string;
  readonly schema?: string | undefined;
  readonly aliases: readonly string[];
}

export interface ScreenQuestion {
  readonly inputs: readonly ScreenInput[];
  /** Codes of lists; all that are loaded where absent. */
  readonly lists?: readonly string[] | undefined;
  /** Hits score at least this, above 0 and at most 1. Default: the threshold of matches. */
  readonly threshold?: number | undefined;
  /** The day on which the listing must hold; default: today. */
  readonly on?: Day | undefined;
  readonly asOf?: Day | undefined;
}

/** `IDENTIFIER` where an identifier is the same; of names `STRONG` from 0.9, `LIKELY` from 0.8, else `POSSIBLE`. */
export type Band = 'IDENTIFIER' | 'STRONG' | 'LIKELY' | 'POSSIBLE';

export interface HitListing {
  readonly list: string;
  readonly programme?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly citation?: string | undefined;
  /** Whether it holds on the day asked for. */
  readonly holds: Exclude<Certainty, 'NO'>;
  readonly retrievedOn?: string | undefined;
  /** Where the record stands in its file. */
  readonly record: string;
}

export interface ScreenHit {
  readonly party: string;
  /** The name of the party by which it is listed first. */
  readonly listedAs?: string | undefined;
  /** Which name or alias of the input agrees with which name of the party. */
  readonly inputName: string;
  readonly partyName: string;
  readonly score: number;
  readonly band: Band;
  readonly nameReasons: readonly string[];
  readonly features: readonly Feature[];
  readonly listings: readonly HitListing[];
}

/** `NO_HIT` is no clearance: it says that the lists that ran hold nothing that scores enough. */
export type ScreenStatus = 'HITS' | 'NO_HIT' | 'NOT_CHECKED';

export interface ScreenResult {
  readonly status: ScreenStatus;
  /** Best first, ties by party id. */
  readonly hits: readonly ScreenHit[];
  /** What could not be compared for this input. */
  readonly notChecked: readonly string[];
}

export interface ListRun {
  readonly list: string;
  /** Parties on it on the day. */
  readonly parties: number;
  /** The last day on which one of its records was fetched. */
  readonly retrievedOn?: string | undefined;
  readonly ageDays?: number | undefined;
}

export interface ScreenAnswer {
  /** One an input, in their order. */
  readonly results: readonly ScreenResult[];
  readonly threshold: number;
  readonly on: string;
  readonly asOf?: string | undefined;
  readonly storeVersion: number;
  /** Lists that were looked at, by code. */
  readonly ran: readonly ListRun[];
  /** Lists that are known, or were asked for, and are not loaded. */
  readonly notLoaded: readonly string[];
}

/** One of the readings of a listed party that is kept between questions. */
interface Screen {
  readonly storeVersion: number;
  readonly parties: readonly ListedParty[];
  readonly index: NameIndex;
  readonly names: readonly IndexedName[];
  readonly byIdentifier: ReadonlyMap<string, readonly number[]>;
  readonly ran: readonly ListRun[];
  readonly loaded: readonly string[];
}

interface ListedParty {
  readonly entity: Entity;
  readonly listings: readonly HitListing[];
}

const STRONG = 0.9;
const LIKELY = 0.8;
/** Names that score this much less than the threshold are looked at, since what else is known may lift them. */
const LIFT = 0.1;
const BATCH = 500;

/** Screens against one store. It keeps the index of the last question, so that many batches of one question build it once. */
export class Screening {
  readonly #store: Store;
  readonly #knowledge: NameKnowledge;
  readonly #now: () => number;
  #kept: { readonly key: string; readonly screen: Promise<Screen> } | undefined;

  constructor(store: Store, knowledge: NameKnowledge, now: () => number) {
    this.#store = store;
    this.#knowledge = knowledge;
    this.#now = now;
  }

  /**
   * @throws DetourError `BAD_USER_INPUT` for a threshold out of range, or a list that is neither loaded nor known.
   */
  async screen(question: ScreenQuestion): Promise<ScreenAnswer> {
    const { inputs, threshold = MATCH_THRESHOLD, asOf } = question;
    if (!(threshold > 0 && threshold <= 1)) {
      throw new DetourError(
        'BAD_USER_INPUT',
        `the threshold is \`${threshold}\`: write a number above 0 and at most 1`,
      );
    }
    const on = question.on ?? dayOfTime(this.#now());
    const screen = await this.#screenOf(on, asOf, question.lists);
    const asked = question.lists ?? LISTS;
    checkLists(question.lists ?? [], screen.loaded);
    return {
      results: inputs.map((input) => screenOne(screen, input, threshold)),
      threshold,
      on: formatDay(on),
      asOf: asOf === undefined ? undefined : formatDay(asOf),
      storeVersion: screen.storeVersion,
      ran: screen.ran,
      notLoaded: [...asked].filter((list) => !screen.loaded.includes(list)).sort(),
    };
  }

  async #screenOf(on: Day, asOf: AsOf, lists: readonly string[] | undefined): Promise<Screen> {
    const version = await this.#store.version();
    const key = JSON.stringify([version, on, asOf, lists === undefined ? null : [...lists].sort()]);
    if (this.#kept?.key === key) return this.#kept.screen;
    const screen = buildScreen(this.#store, this.#knowledge, version, on, asOf, lists);
    this.#kept = { key, screen };
    screen.catch(() => {
      this.#kept = undefined;
    });
    return screen;
  }
}

function checkLists(asked: readonly string[], loaded: readonly string[]): void {
  const known = [...new Set<string>([...loaded, ...LISTS])];
  for (const list of asked) {
    if (known.includes(list)) continue;
    const near = nearest(list, known);
    const hint = near === undefined ? `there is ${known.join(', ')}` : `did you mean \`${near}\`?`;
    throw new DetourError('BAD_USER_INPUT', `no list \`${list}\` is known; ${hint}`);
  }
}

async function buildScreen(
  store: Store,
  knowledge: NameKnowledge,
  storeVersion: number,
  on: Day,
  asOf: AsOf,
  lists: readonly string[] | undefined,
): Promise<Screen> {
  const all = await store.listings(asOf);
  const byParty = new Map<string, HitListing[]>();
  for (const listing of all) {
    if (lists !== undefined && !lists.includes(listing.list)) continue;
    const holds = listedDuring(listing, exactly(on));
    if (holds === 'NO') continue;
    const told = hitListing(listing, holds);
    const known = byParty.get(listing.entity);
    if (known === undefined) byParty.set(listing.entity, [told]);
    else known.push(told);
  }
  const ids = [...byParty.keys()].sort();
  const parties: ListedParty[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const entity of await store.entities(ids.slice(at, at + BATCH), asOf)) {
      if (entity !== undefined) parties.push({ entity, listings: byParty.get(entity.id) ?? [] });
    }
  }
  const names: IndexedName[] = [];
  const byIdentifier = new Map<string, number[]>();
  parties.forEach(({ entity }, party) => {
    const texts = new Set([...(entity.name === undefined ? [] : [entity.name]), ...entity.aliases]);
    for (const text of texts) names.push({ text, schema: entity.schema, party });
    for (const { scheme, value } of entity.identifiers) {
      const key = `${scheme}:${bareIdentifier(value)}`;
      const holders = byIdentifier.get(key);
      if (holders === undefined) byIdentifier.set(key, [party]);
      else holders.push(party);
    }
  });
  return {
    storeVersion,
    parties,
    names,
    index: new NameIndex(names, knowledge),
    byIdentifier,
    ran: runsOf(all, parties, lists, on),
    loaded: [...new Set(all.map(({ list }) => list))].sort(),
  };
}

function hitListing(listing: Listing, holds: HitListing['holds']): HitListing {
  const { list, programme, from, to, citation, retrievedOn, record } = listing;
  return {
    list,
    programme,
    from: from?.text,
    to: to?.text,
    citation,
    holds,
    retrievedOn: retrievedOn === undefined ? undefined : formatDay(retrievedOn),
    record,
  };
}

function runsOf(
  all: readonly Listing[],
  parties: readonly ListedParty[],
  lists: readonly string[] | undefined,
  on: Day,
) {
  const counts = new Map<string, number>();
  for (const { listings } of parties) {
    for (const list of new Set(listings.map((one) => one.list))) counts.set(list, (counts.get(list) ?? 0) + 1);
  }
  const last = new Map<string, Day | undefined>();
  for (const { list, retrievedOn } of all) {
    if (lists !== undefined && !lists.includes(list)) continue;
    const before = last.get(list);
    last.set(list, retrievedOn === undefined || (before ?? -Infinity) > retrievedOn ? before : retrievedOn);
  }
  return [...last].sort(byCode).map(([list, day]) => ({
    list,
    parties: counts.get(list) ?? 0,
    retrievedOn: day === undefined ? undefined : formatDay(day),
    ageDays: day === undefined ? undefined : on - day,
  }));
}

function byCode([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

interface Candidate {
  readonly names: number;
  readonly inputName: string;
  readonly partyName: string;
  readonly reasons: readonly string[];
}

function screenOne(screen: Screen, input: ScreenInput, threshold: number): ScreenResult {
  const texts = [...new Set([input.name, ...input.aliases])].filter((text) => /[\p{L}\p{N}]/u.test(text));
  const best = new Map<number, Candidate>();
  for (const inputName of texts) {
    for (const { name, score, reasons } of screen.index.find(
      inputName,
      input.schema,
      Math.max(threshold - LIFT, LIFT),
    )) {
      const { party, text } = screen.names[name] as IndexedName;
      if ((best.get(party)?.names ?? -1) < score)
        best.set(party, { names: score, inputName, partyName: text, reasons });
    }
  }
  for (const { scheme, value } of input.identifiers) {
    for (const party of screen.byIdentifier.get(`${scheme}:${bareIdentifier(value)}`) ?? []) {
      const { name } = (screen.parties[party] as ListedParty).entity;
      if (!best.has(party))
        best.set(party, {
          names: 0,
          inputName: input.name,
          partyName: name ?? '',
          reasons: ['the names do not agree'],
        });
    }
  }
  const hits: ScreenHit[] = [];
  for (const [party, candidate] of best) {
    const { entity, listings } = screen.parties[party] as ListedParty;
    const { score, features } = withFeatures(candidate.names, input, entity);
    const rounded = Math.round(score * 10_000) / 10_000;
    if (rounded < threshold) continue;
    hits.push({
      party: entity.id,
      listedAs: entity.name,
      inputName: candidate.inputName,
      partyName: candidate.partyName,
      score: rounded,
      band: bandOf(rounded, features),
      nameReasons: candidate.reasons,
      features,
      listings,
    });
  }
  hits.sort((a, b) => b.score - a.score || (a.party < b.party ? -1 : 1));
  const looked = texts.length > 0 || input.identifiers.length > 0;
  const status = hits.length > 0 ? 'HITS' : looked && screen.ran.length > 0 ? 'NO_HIT' : 'NOT_CHECKED';
  return { status, hits, notChecked: notChecked(input, texts.length > 0) };
}

function bandOf(score: number, features: readonly Feature[]): Band {
  if (features.some(({ feature, effect }) => feature === 'identifier' && effect >= 0)) return 'IDENTIFIER';
  if (score >= STRONG) return 'STRONG';
  return score >= LIKELY ? 'LIKELY' : 'POSSIBLE';
}

function notChecked(input: ScreenInput, named: boolean): string[] {
  const missing = [
    ...(named ? [] : ['name: it has no letter or digit']),
    ...(input.country === undefined ? ['country: not given'] : []),
    ...(input.identifiers.length === 0 ? ['identifiers: none given'] : []),
    ...(input.schema !== undefined && input.schema !== 'Person'
      ? []
      : input.birthDate === undefined
        ? ['birth date: not given']
        : []),
  ];
  return [...missing, 'ownership: whether a listed party owns or controls this one was not looked at'];
}
