/** Amounts of money. */

export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Price a piece; undefined when either is unknown or there are no pieces. */
export function pricePerPiece(value: number | undefined, units: number | undefined): number | undefined {
  return value === undefined || units === undefined || units <= 0 ? undefined : value / units;
}
