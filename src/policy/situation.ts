/** A movement as the law of the day sees it: places normalised, the act derived, the goods' class settled if it can be. */
import type { CountryCode } from '../model/country.js';
import type { Catalogue } from './catalogue.js';
import { onlyLacks } from './condition.js';
import type { Situation } from './facts.js';
import { type ItemFacts, itemOf } from './item.js';
import type { Law } from './law.js';
import {
  CERTIFICATIONS,
  type Movement,
  type MovementAct,
  type MovementHistory,
  type MovementParty,
  SPECIAL_CERTIFICATIONS,
} from './movement.js';
import { CANNOT_SAY, NO, YES } from './truth.js';

/** The class of goods that no control list entry of the regime catches. */
const NO_CLASS = 'NONE';

const USUAL_CERTIFICATIONS = CERTIFICATIONS.filter((one) => !SPECIAL_CERTIFICATIONS.includes(one));

/** The movement under the law, with the worked cases' assumptions filled in where it asks for them. */
export function situationOf(given: Movement, law: Law, catalogue: Catalogue): Situation {
  const movement = given.assume === 'GOLDEN' ? withGoldenAssumptions(given) : given;
  return settled(placed(evenly(movement), itemOf(movement, catalogue), law), law);
}

/**
 * The situation with one fact of the movement changed, assumptions and all else as they are.
 *
 * @param fact a path into the movement: `consignee.headquarters`.
 */
export function withFact(s: Situation, fact: string, value: unknown, law: Law, catalogue: Catalogue): Situation {
  const movement = setFact(s.movement, fact, value);
  if (fact === 'product' || fact === 'certifications' || fact.startsWith('item.')) {
    return settled(placed(movement, itemOf(movement, catalogue), law), law);
  }
  // The class rests on facts of the item and on certifications alone: the loader sees to it.
  return placed(movement, s.item, law, s);
}

/** The same movement with every key there, known or not, in one order: what is built alike is read several times as fast. */
function evenly(movement: Movement): Movement {
  const even: Even<Movement> = {
    assume: movement.assume,
    act: movement.act,
    product: movement.product,
    units: movement.units,
    item: movement.item,
    from: movement.from,
    to: movement.to,
    via: movement.via,
    exporter: evenParty(movement.exporter),
    consignee: evenParty(movement.consignee),
    endUser: evenParty(movement.endUser),
    forwarder: evenParty(movement.forwarder),
    endUse: movement.endUse,
    claimedException: movement.claimedException,
    countryAssurances: movement.countryAssurances,
    certifications: movement.certifications,
    history: evenHistory(movement.history),
    licence: movement.licence,
  };
  return even as Movement;
}

type Even<T> = { readonly [K in keyof T]-?: T[K] | undefined };

function evenParty(party: MovementParty | undefined): MovementParty | undefined {
  if (party === undefined) return undefined;
  const even: Even<MovementParty> = {
    id: party.id,
    name: party.name,
    country: party.country,
    headquarters: party.headquarters,
    ultimateParentHeadquarters: party.ultimateParentHeadquarters,
    majorityOwnerHeadquarters: party.majorityOwnerHeadquarters,
    privateSector: party.privateSector,
    listedOn: party.listedOn,
    possiblyListedOn: party.possiblyListedOn,
    ownedByListed: party.ownedByListed,
    authorizations: party.authorizations,
    letters: party.letters,
  };
  return even as MovementParty;
}

function evenHistory(history: MovementHistory | undefined): MovementHistory | undefined {
  if (history === undefined) return undefined;
  const even: Even<MovementHistory> = {
    parentTppThisYear: history.parentTppThisYear,
    countryLicensedTpp: history.countryLicensedTpp,
    nveuTppToDate: history.nveuTppToDate,
    uveuShareOutside: history.uveuShareOutside,
    uveuShareInCountry: history.uveuShareInCountry,
    uveuShareOutsideUS: history.uveuShareOutsideUS,
    aiaTppToDate: history.aiaTppToDate,
    laneShare: history.laneShare,
  };
  return even as MovementHistory;
}

function setFact(movement: Movement, fact: string, value: unknown): Movement {
  const dot = fact.indexOf('.');
  if (dot < 0) return { ...movement, [fact]: value };
  const outer = fact.slice(0, dot) as keyof Movement;
  return { ...movement, [outer]: { ...(movement[outer] as object | undefined), [fact.slice(dot + 1)]: value } };
}

/** The situation with its places and act, and the class of `s`, if any. */
export function placed(
  movement: Movement,
  item: ItemFacts,
  law: Law,
  s?: Pick<Situation, 'classes' | 'classLacks'>,
): Situation {
  const lawful = (country: CountryCode | undefined) => (country === undefined ? undefined : law.inLaw(country));
  const from = lawful(movement.from ?? movement.exporter?.country);
  const to = lawful(movement.to ?? movement.consignee?.country);
  return {
    movement,
    item,
    from,
    to,
    destination: lawful(movement.endUser?.country) ?? to,
    act: movement.act ?? actOf(from, to),
    inLaw: law.inLaw,
    assured: law.assured,
    classes: s?.classes ?? [],
    classLacks: s?.classLacks ?? [],
    number: law.nextNumber(),
    read: [],
  };
}

/** Within the US domestic, within another country a transfer, from the US an export, else a reexport. */
function actOf(from: CountryCode | undefined, to: CountryCode | undefined): MovementAct | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (from === to) return from === 'US' ? 'DOMESTIC' : 'TRANSFER';
  return from === 'US' ? 'EXPORT' : 'REEXPORT';
}

/**
 * The situation with its class. The class rules stand in order of precedence. One that cannot be excluded leaves its class possible and lets
 * the next ones speak; the first that certainly applies ends it.
 */
function settled(situation: Situation, law: Law): Situation {
  const possible: string[] = [];
  const reasons = onlyLacks();
  let certain = false;
  for (const { rule, when } of law.classes) {
    const truth = when.test(situation);
    if (truth === NO) continue;
    if (truth === CANNOT_SAY) when.explain(situation, reasons);
    if (!possible.includes(rule.itemClass)) possible.push(rule.itemClass);
    certain = truth === YES;
    if (certain) break;
  }
  if (!certain) possible.push(NO_CLASS);
  return placed(situation.movement, situation.item, law, {
    classes: possible,
    classLacks: possible.length === 1 ? [] : [...reasons.missing],
  });
}

/** The worked cases' assumptions: no listed party, civil end use, all certifications unless some are named, caps unused, one party behind consignee and end user where nothing says otherwise. */
function withGoldenAssumptions(movement: Movement): Movement {
  const unlisted = (party: MovementParty | undefined): MovementParty => ({
    listedOn: [],
    ownedByListed: [],
    authorizations: [],
    privateSector: true,
    ...party,
  });
  return {
    endUse: 'CIVIL',
    certifications: USUAL_CERTIFICATIONS,
    ...movement,
    exporter: unlisted(movement.exporter),
    consignee: unlisted(movement.consignee),
    ...(movement.endUser === undefined
      ? {}
      : { endUser: unlisted(likeConsignee(movement.endUser, movement.consignee)) }),
    ...(movement.forwarder === undefined ? {} : { forwarder: unlisted(movement.forwarder) }),
    history: {
      parentTppThisYear: 0,
      countryLicensedTpp: 0,
      nveuTppToDate: 0,
      aiaTppToDate: 0,
      ...movement.history,
    },
  };
}

/** An end user without id or name that states nothing the consignee contradicts is the consignee. */
function likeConsignee(endUser: MovementParty, consignee: MovementParty | undefined): MovementParty {
  const { id, name, ...stated } = endUser;
  if (consignee === undefined || id !== undefined || name !== undefined) return endUser;
  const agrees = Object.entries(stated).every(([key, value]) => {
    const other = consignee[key as keyof MovementParty];
    return other === undefined || other === value;
  });
  return agrees ? { ...consignee, ...endUser } : endUser;
}
