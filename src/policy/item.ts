/** The goods as the control list measures them: what the papers state, filled up from the catalogue. */
import type { CountryCode } from '../model/country.js';
import type { Confidence, Product } from '../model/product.js';
import type { Catalogue } from './catalogue.js';
import type { Movement } from './movement.js';

/** Numbers are those of the integrated circuit that decides the class; `pieceTpp` is that of one piece of the line. */
export interface ItemFacts {
  /** Catalogue id; absent where the text given is not in the catalogue. */
  readonly product: string | undefined;
  readonly kind: string | undefined;
  readonly eccn: string | undefined;
  readonly tpp: number | undefined;
  readonly pieceTpp: number | undefined;
  readonly performanceDensity: number | undefined;
  readonly memoryBandwidthGBs: number | undefined;
  readonly interconnectGBs: number | undefined;
  readonly dataCenter: boolean | undefined;
  readonly memoryBandwidthDensity: number | undefined;
  readonly coPackaged: boolean;
  readonly fromFoundry: boolean;
  readonly advancedNode: boolean | undefined;
  readonly transistorsBillion: number | undefined;
  readonly withHbm: boolean | undefined;
  /** With those of a model that taught it. */
  readonly trainingOperations: number | undefined;
  readonly weights: string | undefined;
  readonly derivedFromPublished: boolean;
  readonly furtherTrainingOperations: number | undefined;
  /** Of all training operations. */
  readonly furtherTrainingShare: number | undefined;
  readonly belowPublished: boolean;
  readonly subjectToEar: boolean | undefined;
  readonly designedIn: CountryCode | undefined;
  /** How sure the catalogue's numbers are; `CONFIRMED` where the movement states its own. */
  readonly confidence: Confidence;
  /** `tpp: stated 100, catalogue 15832`, one for each number the movement contradicts. */
  readonly contradictions: readonly string[];
}

const NUMBERS = ['tpp', 'performanceDensity', 'memoryBandwidthGBs', 'interconnectGBs'] as const;

/** The goods of the movement. A value the movement states wins over the catalogue's. */
export function itemOf(movement: Movement, catalogue: Catalogue): ItemFacts {
  const stated = movement.item ?? {};
  const product = movement.product === undefined ? undefined : catalogue.resolveProduct(movement.product);
  const chip = product && decidingChip(product, catalogue);
  return {
    product: product?.id,
    kind: kindOf(movement, product),
    eccn: stated.eccn === undefined ? undefined : plainEccn(stated.eccn),
    tpp: stated.tpp ?? chip?.tpp,
    pieceTpp: stated.tpp ?? (product && catalogue.totalTpp(product.id)),
    performanceDensity: stated.performanceDensity ?? (stated.tpp === undefined ? chip && densityOf(chip) : undefined),
    memoryBandwidthGBs: stated.memoryBandwidthGBs ?? chip?.memoryBandwidthGBs,
    interconnectGBs: stated.interconnectGBs ?? chip?.interconnectGBs,
    dataCenter: stated.dataCenter ?? chip?.dataCenter ?? (movement.assume === 'GOLDEN' ? true : undefined),
    memoryBandwidthDensity: stated.memoryBandwidthDensity,
    coPackaged: stated.coPackaged ?? false,
    fromFoundry: stated.fromFoundry ?? false,
    advancedNode: stated.advancedNode,
    transistorsBillion: stated.transistorsBillion,
    withHbm: stated.withHbm,
    trainingOperations:
      stated.trainingOperations === undefined ? undefined : stated.trainingOperations + (stated.teacherOperations ?? 0),
    weights: stated.weights,
    derivedFromPublished: stated.derivedFromPublished ?? false,
    furtherTrainingOperations: stated.furtherTrainingOperations,
    furtherTrainingShare:
      stated.furtherTrainingOperations === undefined || !stated.trainingOperations
        ? undefined
        : stated.furtherTrainingOperations / stated.trainingOperations,
    belowPublished: stated.belowPublished ?? false,
    subjectToEar: stated.subjectToEar ?? (movement.assume === 'GOLDEN' ? true : undefined),
    designedIn: stated.designedIn ?? (product && catalogue.designedIn(product.id)),
    confidence: stated.tpp === undefined ? (chip?.confidence ?? 'CONFIRMED') : 'CONFIRMED',
    contradictions: chip === undefined || movement.item === undefined ? [] : contradictionsOf(stated, chip),
  };
}

/** `3a090.A` as `3A090.a`. */
function plainEccn(text: string): string {
  return text.toUpperCase().replaceAll(/\.([A-Z])/g, (_, letter: string) => `.${letter.toLowerCase()}`);
}

/** Of the circuits inside, the one with the greatest performance: the class of a board or computer is its strongest circuit's. */
function decidingChip(product: Product, catalogue: Catalogue): Product {
  let best = product;
  if (product.contains.length === 0) return best;
  for (const { chip } of catalogue.chipsIn(product.id)) {
    const candidate = catalogue.resolveProduct(chip);
    if (candidate && (best === product || (candidate.tpp ?? -1) > (best.tpp ?? -1))) best = candidate;
  }
  return best;
}

function densityOf(chip: Product): number | undefined {
  if (chip.performanceDensity !== undefined) return chip.performanceDensity;
  return chip.tpp === undefined || chip.dieAreaMm2 === undefined ? undefined : chip.tpp / chip.dieAreaMm2;
}

function kindOf(movement: Movement, product: Product | undefined): string | undefined {
  const stated = movement.item ?? {};
  if (stated.trainingOperations !== undefined || stated.weights !== undefined) return 'weights';
  if (stated.memoryBandwidthDensity !== undefined) return 'hbm';
  if (product !== undefined) return product.kind;
  return stated.tpp === undefined ? undefined : 'chip';
}

function contradictionsOf(stated: NonNullable<Movement['item']>, chip: Product): string[] {
  const found: string[] = [];
  for (const name of NUMBERS) {
    const a = stated[name];
    const b = name === 'performanceDensity' ? densityOf(chip) : chip[name];
    if (a !== undefined && b !== undefined && Math.abs(a - b) > 0.01 * Math.max(a, b)) {
      found.push(`${name}: stated ${a}, catalogue ${b}`);
    }
  }
  if (stated.dataCenter !== undefined && chip.dataCenter !== undefined && stated.dataCenter !== chip.dataCenter) {
    found.push(`dataCenter: stated ${stated.dataCenter}, catalogue ${chip.dataCenter}`);
  }
  return found;
}
