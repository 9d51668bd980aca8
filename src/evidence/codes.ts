/** Situations as numbers, so that the evidence of millions of arrivals is weighed once for each that differs. */
import { weighFamily } from './family.js';
import type { CarrierKind, Evidence } from './flag.js';
import {
  AGE_CLASSES,
  KEPT_CLASSES,
  POWER_CLASSES,
  PRICE_CLASSES,
  SENT_ON_CLASSES,
  SHARED_CLASSES,
  type SituationOf,
} from './situations.js';

type CodedFamily = 'party' | 'money' | 'pattern' | 'exculpatory';
/** What a field can be besides missing. */
type Values<S> = { readonly [K in keyof S]-?: readonly NonNullable<S[K]>[] };

const YES_NO = [false, true] as const;

/** Every field of the families that an arrival brings, with every value it can have. */
const VALUES: { readonly [F in CodedFamily]: Values<SituationOf[F]> } = {
  party: {
    ageAtFirstOrder: AGE_CLASSES,
    foundedAfterControl: YES_NO,
    webPresence: YES_NO,
    sectorFits: YES_NO,
    endUserRole: ['FORWARDER', 'TRADER', 'OTHER'],
    forwarderFinal: YES_NO,
    addressShared: [...SHARED_CLASSES, 'NONE'],
    officerShared: [...SHARED_CLASSES, 'NONE'],
    parentHidden: YES_NO,
    successorOfListed: YES_NO,
    partyListed: ['CERTAIN', 'NOT_EXCLUDED', 'NO'],
  },
  money: { payer: ['BUYER', 'RELATED', 'THIRD_PARTY'], paidFromTier3: YES_NO, price: PRICE_CLASSES },
  pattern: {
    demandHandedOver: YES_NO,
    underThreshold: YES_NO,
    power: POWER_CLASSES,
    roundabout: YES_NO,
    sentOn: SENT_ON_CLASSES,
    distributes: YES_NO,
  },
  exculpatory: {
    siteVerified: YES_NO,
    authorizationFits: YES_NO,
    returnsToMaker: YES_NO,
    keptDeliveries: KEPT_CLASSES,
    backToAllies: YES_NO,
    retailVolume: YES_NO,
  },
};

/** No sum of a family comes near it. */
const NOT_YET = 0x7fffffff;

interface Field {
  readonly name: string;
  readonly values: readonly unknown[];
  /** What one step of the value adds to the code. */
  readonly step: number;
}

/**
 * The bits of one family of one carrier by code. The code of a situation is the sum of the codes of its fields; a
 * missing field is 0. A code is weighed when it first comes up, by `weighFamily`, so the bits are the same.
 */
export class CodedEvidence<F extends CodedFamily> {
  private readonly evidence: Evidence;
  private readonly carrier: CarrierKind;
  private readonly family: F;
  private readonly fields: readonly Field[];
  private readonly byName: ReadonlyMap<string, Field>;
  private readonly known: Int32Array;

  constructor(evidence: Evidence, carrier: CarrierKind, family: F) {
    this.evidence = evidence;
    this.carrier = carrier;
    this.family = family;
    let step = 1;
    this.fields = Object.entries<readonly unknown[]>(VALUES[family]).map(([name, values]) => {
      const field = { name, values, step };
      step *= values.length + 1;
      return field;
    });
    this.byName = new Map(this.fields.map((field) => [field.name, field]));
    this.known = new Int32Array(step).fill(NOT_YET);
  }

  /** The code of one field. */
  code<K extends keyof SituationOf[F] & string>(name: K, value: SituationOf[F][K]): number {
    if (value === undefined) return 0;
    const { values, step } = this.byName.get(name) as Field;
    return (values.indexOf(value) + 1) * step;
  }

  /** The code of all fields of the family; others are left out. */
  codeOf(situation: SituationOf[F]): number {
    let code = 0;
    for (const { name, values, step } of this.fields) {
      const value = (situation as Readonly<Record<string, unknown>>)[name];
      if (value !== undefined) code += (values.indexOf(value) + 1) * step;
    }
    return code;
  }

  /** Sixty-fourths. */
  bits(code: number): number {
    const known = this.known[code] as number;
    if (known !== NOT_YET) return known;
    const { bits } = weighFamily(this.evidence, this.carrier, this.family, this.situation(code));
    this.known[code] = bits;
    return bits;
  }

  /** What the code stands for; missing facts are missing keys. */
  situation(code: number): SituationOf[F] {
    const facts: Record<string, unknown> = {};
    for (const { name, values, step } of this.fields) {
      const index = Math.floor(code / step) % (values.length + 1);
      if (index > 0) facts[name] = values[index - 1];
    }
    return facts as SituationOf[F];
  }
}
