/** The flags as people read them: weights in bits, by family, then id. */
import { type CarrierKind, type Evidence, FAMILIES, SIXTY_FOURTHS_A_BIT, type Weight } from './flag.js';
import type { Family } from './situations.js';

export interface FlagDescription {
  readonly id: string;
  readonly label: string;
  readonly family: Family;
  readonly carriers: readonly CarrierKind[];
  /** One, or one a grade; empty where the amount is computed. In bits. */
  readonly weights: readonly { readonly grade?: string; readonly bits: number }[];
  readonly why: string;
  readonly citation: string;
  readonly needs: readonly string[];
  /** False where the user's own file switched it off. */
  readonly on: boolean;
}

export function describeFlags(evidence: Evidence): readonly FlagDescription[] {
  return FAMILIES.flatMap((family) =>
    evidence.flags
      .filter((flag) => flag.family === family)
      .map(({ id, label, carriers, weight, why, citation, needs, on }) => {
        return { id, label, family, carriers, weights: weightsOf(weight), why, citation, needs, on };
      }),
  );
}

/** The same as a Markdown table, for docs/evidence.md. */
export function flagTable(evidence: Evidence): string {
  const rows = describeFlags(evidence).map(({ id, label, family, carriers, weights, citation }) => {
    const bits = weights.map(
      (weight) => `${weight.grade === undefined ? '' : `${weight.grade} `}${signed(weight.bits)}`,
    );
    const cells = [family, `\`${id}\``, label, carriers.join(', '), bits.join('; ') || 'computed', citation];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return ['| Family | Flag | Label | Carrier | Bits | Source |', '|---|---|---|---|---|---|', ...rows].join('\n');
}

function weightsOf(weight: Weight): FlagDescription['weights'] {
  if (weight === 'COMPUTED') return [];
  if (typeof weight === 'number') return [{ bits: weight / SIXTY_FOURTHS_A_BIT }];
  return Object.entries(weight).map(([grade, amount]) => ({ grade, bits: amount / SIXTY_FOURTHS_A_BIT }));
}

function signed(bits: number): string {
  return bits > 0 ? `+${bits}` : `${bits}`.replace('-', '−');
}
