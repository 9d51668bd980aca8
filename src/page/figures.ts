/** Numbers as people read them: thousands separated, a true minus, units by the caller. */

const MINUS = '−';

/** `759,936`; at most two decimals; a dash where the number is not known. */
export function figure(value: number | string | null | undefined, decimals = 2): string {
  if (value === null || value === undefined) return '–';
  // What passes 2^53 comes as text.
  const text = typeof value === 'string' ? BigInt(value).toLocaleString('en-US') : separated(value, decimals);
  return text.replace('-', MINUS);
}

function separated(value: number, maximumFractionDigits: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits });
}

/** `21.1` or `−3.0`. */
export function bits(value: number): string {
  return value.toFixed(1).replace('-', MINUS);
}

/** `+0.75` or `−3.00`: two decimals show a quarter of a small piece. */
export function signedBits(value: number): string {
  return `${value < 0 ? MINUS : '+'}${Math.abs(value).toFixed(2)}`;
}

/** `1 chip`, `48 chips`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${figure(value)} ${value === 1 ? one : many}`;
}

/** `97.3 %`; near the ends it says so rather than round to certainty. */
export function percent(probability: number): string {
  if (probability > 0.999) return 'more than 99.9 %';
  if (probability < 0.001) return 'less than 0.1 %';
  return `${(probability * 100).toFixed(1)} %`;
}

/** At least so many, or exactly. */
export function count({ value, relation }: { readonly value: number; readonly relation: 'EQ' | 'GTE' }): string {
  return `${relation === 'GTE' ? 'at least ' : ''}${figure(value)}`;
}
