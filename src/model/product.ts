/** A catalogue entry. */

export const PRODUCT_KINDS = ['chip', 'board', 'server', 'hbm', 'weights', 'other'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

export type Confidence = 'CONFIRMED' | 'SECONDARY' | 'UNCONFIRMED' | 'DISPUTED';

/** Absent numbers are unknown. */
export interface Product {
  /** The maker's name for the part in lower case with hyphens, without the maker: `h100-sxm`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly maker?: string;
  readonly kind: ProductKind;
  readonly contains: readonly { readonly product: string; readonly count: number }[];
  /** Total processing performance of one piece. */
  readonly tpp?: number;
  readonly dieAreaMm2?: number;
  readonly performanceDensity?: number;
  readonly memoryBandwidthGBs?: number;
  readonly interconnectGBs?: number;
  /** Designed or marketed for data centres. */
  readonly dataCenter?: boolean;
  readonly hs: readonly string[];
  readonly kilowatts?: number;
  readonly unitWeightKg?: number;
  readonly confidence: Confidence;
  readonly source: string;
}
