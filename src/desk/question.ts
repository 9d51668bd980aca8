/** A question about routes in people's words, as the numbers a search reads. */
import { NONE, type Question } from '../graph/network.js';
import { DetourError } from '../model/errors.js';
import type { RouteQuestion } from './answers.js';
import type { EndingTable } from './endings.js';
import { isNamed, placeIn } from './endings.js';
import { type PlaceTerms, readPlaceTerms } from './place-terms.js';
import type { Projection } from './projection.js';

const DEFAULT_HOPS = 6;
export const DEFAULT_DWELL_DAYS = 180;
export const DEFAULT_K = 10;
const MOST_HOPS = 10;

/** Where a question starts and ends; the defaults are Tier 0 and 1, and Tier 3. */
export interface Places {
  readonly from: PlaceTerms;
  readonly to: PlaceTerms;
  /** Whether the question names a party at either end, so that a direct sale is a route. */
  readonly namesParty: boolean;
}

/** Reads the ends of a question. @throws DetourError as `readPlaceTerms`. */
export function readPlaces(question: RouteQuestion, projection: Projection): Places {
  const from = readPlaceTerms(question.from?.length ? question.from : ['tier:0', 'tier:1'], projection.parties);
  const to = readPlaceTerms(question.to?.length ? question.to : ['tier:3'], projection.parties);
  return { from, to, namesParty: from.parties.size > 0 || to.parties.size > 0 };
}

/** @throws DetourError `BAD_USER_INPUT` for numbers outside their bounds and for products nobody knows. */
export function compileQuestion(
  question: RouteQuestion,
  places: Places,
  endings: EndingTable,
  projection: Projection,
): Question {
  const { parties, network, goods, arrivals, lastDay } = projection;
  const { movements } = network;
  const maxMovements = wholeNumber('maxHops', question.maxHops ?? DEFAULT_HOPS, 1, MOST_HOPS);
  const minTier2 = wholeNumber('minTier2', question.minTier2 ?? 1, 0, MOST_HOPS);
  // Tiers are by place; the few places that moved are taken as they stand at the end of the question's period.
  const on = Math.min(question.until ?? lastDay, lastDay);
  const tier2 = Uint8Array.from({ length: parties.count }, (_, p) =>
    Number(projection.tiers.of(parties.country(p), on) === 2),
  );
  const origins: number[] = [];
  for (let party = 0; party < parties.count; party++) {
    if (movements.departures[party] === movements.departures[party + 1]) continue;
    const day = { earliest: on, latest: on };
    if (
      isNamed(places.from, parties, party) ||
      placeIn(projection, places.from, parties.country(party), day) === 'CERTAIN'
    ) {
      origins.push(party);
    }
  }
  const asked = question.products?.length ? askedGoods(question.products, projection) : undefined;
  return {
    maxMovements,
    minTier2,
    tier2,
    origins: Int32Array.from(origins),
    originBits: Int16Array.from(origins, (party) => arrivals.originBits(party)),
    startBits:
      asked === undefined ? goods.startBits : goods.startBits.map((bits, code) => (asked[code] === 1 ? bits : NONE)),
    allowed: allowedMovements(question, asked, projection),
    ending: endings.ending,
    endings: endings.endings,
    direct: places.namesParty ? 'ALL' : 'STOPS',
  };
}

/** By goods code: 1 where it can be one of the products asked for. */
function askedGoods(products: readonly string[], { goods, settings }: Projection): Uint8Array {
  const asked = new Uint8Array(goods.codes.length);
  for (const text of products) {
    const product = settings.catalogue.resolveProduct(text);
    if (product === undefined) {
      throw new DetourError(
        'BAD_USER_INPUT',
        `no product \`${text}\` is in the catalogue: \`products\` lists them all`,
      );
    }
    const chips = settings.catalogue.chipsIn(product.id);
    goods.codes.forEach(({ kind, product: other }, code) => {
      const same =
        other === undefined
          ? kind !== 'OTHER'
          : other.id === product.id ||
            settings.catalogue.chipsIn(other.id).some(({ chip }) => chips.some((one) => one.chip === chip));
      if (same) asked[code] = 1;
    });
  }
  return asked;
}

function allowedMovements(
  question: RouteQuestion,
  asked: Uint8Array | undefined,
  { network }: Projection,
): Uint8Array | null {
  const { since, until } = question;
  if (since === undefined && until === undefined && asked === undefined) return null;
  const { movements } = network;
  const allowed = new Uint8Array(new SharedArrayBuffer(movements.count));
  for (let m = 0; m < movements.count; m++) {
    const soonEnough = until === undefined || (movements.departsEarliest[m] as number) <= until;
    const lateEnough = since === undefined || (movements.departsLatest[m] as number) >= since;
    const right = asked === undefined || asked[movements.goods[m] as number] === 1;
    allowed[m] = Number(soonEnough && lateEnough && right);
  }
  return allowed;
}

/** A whole number within bounds. @throws DetourError `BAD_USER_INPUT` naming it otherwise. */
export function wholeNumber(name: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new DetourError(
      'BAD_USER_INPUT',
      `\`${name}\` is \`${value}\`: give a whole number from ${least} to ${most}`,
    );
  }
  return value;
}
