/** What an input file can be told to be. */
export const INPUT_FORMATS = ['native', 'ofac-sdn', 'bis-dpl'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];
