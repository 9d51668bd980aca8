/** Codes the program understands; others are kept as they came and warned of. */
import { AUTHORIZATION_KINDS } from '../model/authorization.js';
import { ROLES } from '../model/entity.js';
import { LISTS } from '../model/listing.js';
import type { WarningCode } from './report.js';
import type { Sheet } from './sheet.js';

/** Statements and undertakings that licence exceptions ask for. */
const CERTIFICATIONS = [
  'consignee-certification',
  'purchase-order',
  'notice-25-days',
  'pre-notification',
  'us-availability',
  'us-share',
  'kyc',
  'remote-users',
  'third-party-test',
  'security',
  'designer-approved',
] as const;

const KNOWN: Readonly<Record<'roles' | 'certifications', { codes: readonly string[]; warning: WarningCode }>> = {
  roles: { codes: ROLES, warning: 'unknown-role' },
  certifications: { codes: CERTIFICATIONS, warning: 'unknown-certification' },
};

/** The lists of a column, each code in the schema's spelling where it is known. */
export function knownCodes(sheet: Sheet, column: 'roles' | 'certifications'): readonly (readonly string[])[] {
  const { codes, warning } = KNOWN[column];
  const lists = sheet.lists(column);
  if (sheet.cells(column) === undefined) return lists;
  const memory = new Map<readonly string[], readonly string[]>();
  return lists.map((list, row) => {
    if (list.length === 0) return list;
    let spelt = memory.get(list);
    if (spelt === undefined) {
      spelt = list.map((stated) => spellingOf(stated, codes) ?? stated);
      memory.set(list, spelt);
    }
    for (const code of spelt) if (!codes.includes(code)) sheet.warn(warning, sheet.lines[row], column, code);
    return spelt;
  });
}

/** The codes of a column with one code a row, each in the schema's spelling where it is known. */
export function knownCode(sheet: Sheet, column: 'list' | 'kind'): readonly string[] {
  const codes: readonly string[] = column === 'list' ? LISTS : AUTHORIZATION_KINDS;
  return sheet.required(column).map((stated, row) => {
    const code = spellingOf(stated, codes);
    if (code === undefined && stated !== '')
      sheet.warn(column === 'list' ? 'unknown-list' : 'unknown-kind', sheet.lines[row], column, stated);
    return code ?? stated;
  });
}

/** The known code that this text is, ignoring case; undefined if none. */
export function spellingOf<Code extends string>(stated: string, codes: readonly Code[]): Code | undefined {
  const lower = stated.toLowerCase();
  return codes.find((code) => code.toLowerCase() === lower);
}
