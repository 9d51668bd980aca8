/** One line of goods in one movement. */
import type { CountryCode } from './country.js';
import type { PartialDate } from './day.js';
import type { Provenance } from './provenance.js';

export const ACTS = ['export', 'reexport', 'transfer', 'domestic'] as const;
export type Act = (typeof ACTS)[number];

/** Absent fields are unknown, never "no". Party fields hold entity ids. */
export interface Shipment extends Provenance {
  readonly id: string;
  /** Lines of one bill share it. */
  readonly document?: string;
  readonly shipper: string;
  readonly consignee: string;
  /** As declared. */
  readonly endUser?: string;
  readonly forwarder?: string;
  readonly departs: PartialDate;
  readonly arrives: PartialDate;
  /** True where the file left the date blank and it was assumed from the other one. */
  readonly departsAssumed: boolean;
  readonly arrivesAssumed: boolean;
  readonly fromCountry?: CountryCode;
  readonly toCountry?: CountryCode;
  /** Transit countries: neither hop nor tier. */
  readonly via: readonly CountryCode[];
  /** As stated: a catalogue id, an alias, or text nobody knows. */
  readonly product?: string;
  readonly eccn?: string;
  readonly hs?: string;
  readonly description?: string;
  /** Pieces of the line as it is described (servers count as servers). */
  readonly units?: number;
  /** The line's total in `currency`. */
  readonly value?: number;
  readonly currency?: string;
  /** Gross. */
  readonly weightKg?: number;
  /** `id:…` or `country:…`. */
  readonly paidBy?: string;
  readonly licence?: string;
  /** The licence exception claimed. */
  readonly exception?: string;
  readonly certifications: readonly string[];
  readonly act?: Act;
}

/** A blank date is taken to lie within so many days of the other one. */
export const ASSUMED_TRANSIT_DAYS = 60;
