/** Which reader a file belongs to, told by what stands in it. */
import type { FactBatch } from '../store/port.js';
import { isDpl, isDplName, openDpl } from './bis-dpl.js';
import type { InputFormat } from './format-names.js';
import { isNative, isNativeName, openNative } from './native.js';
import { isOfac, isOfacName, openOfac } from './ofac-sdn.js';
import type { FileHead, ImportRun } from './run.js';

/** One file, or some that belong together, ready to be read once. */
export interface Source {
  readonly format: InputFormat;
  /** Sources are read by rising order; parties come before what names them. */
  readonly order: number;
  readonly heads: readonly FileHead[];
  facts(run: ImportRun): AsyncGenerator<FactBatch>;
}

interface Format {
  readonly name: InputFormat;
  /** Whether a file of a folder is to be looked at. */
  readonly claimsName: (name: string) => boolean;
  readonly recognises: (head: FileHead) => boolean | Promise<boolean>;
  /** All recognised files at once, since some belong together. @throws DetourError `BAD_FILE`. */
  readonly open: (heads: readonly FileHead[]) => Promise<readonly Source[]>;
}

/** In the order they are tried. */
const FORMATS: readonly Format[] = [
  { name: 'bis-dpl', claimsName: isDplName, recognises: isDpl, open: openDpl },
  { name: 'ofac-sdn', claimsName: isOfacName, recognises: isOfac, open: openOfac },
  {
    name: 'native',
    claimsName: isNativeName,
    recognises: isNative,
    open: (heads) => Promise.all(heads.map(openNative)),
  },
];

/** Whether any reader, or the one asked for, would look at a file of this name in a folder. */
export function isClaimed(name: string, forced: InputFormat | undefined): boolean {
  return FORMATS.some((format) => (forced === undefined || format.name === forced) && format.claimsName(name));
}

/**
 * The sources that the files are, in reading order; nothing of them has been read but their beginnings.
 *
 * @throws DetourError `BAD_FILE` for a file of no known format.
 */
export async function openSources(heads: readonly FileHead[], forced: InputFormat | undefined): Promise<Source[]> {
  const byFormat = new Map<Format, FileHead[]>();
  for (const head of heads) {
    const format = await formatOf(head, forced);
    byFormat.set(format, [...(byFormat.get(format) ?? []), head]);
  }
  const sources: Source[] = [];
  for (const [format, files] of byFormat) sources.push(...(await format.open(files)));
  return sources.sort((a, b) => a.order - b.order);
}

async function formatOf(head: FileHead, forced: InputFormat | undefined): Promise<Format> {
  for (const format of FORMATS) {
    if (forced === undefined ? await format.recognises(head) : format.name === forced) return format;
  }
  // The native reader knows best what is wrong with a file that is nearly one of its own.
  return FORMATS.find((format) => format.name === 'native') as Format;
}
