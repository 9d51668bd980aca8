/** Codes the program understands; others are kept as they came and warned of. */
import { AUTHORIZATION_KINDS } from '../model/authorization.js';
import { ROLES } from '../model/entity.js';
import { LISTS } from '../model/listing.js';
import type { Sheet } from './sheet.js';

/** Statements and undertakings that licence exceptions ask for. */
export const CERTIFICATIONS = [
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

/** The roles of each row, each in the schema's spelling where it is known. */
export function knownRoles(sheet: Sheet): readonly (readonly string[])[] {
  const lists = sheet.lists('roles');
  if (sheet.cells('roles') === undefined) return lists;
  const memory = new Map<readonly string[], readonly string[]>();
  return lists.map((list, row) => {
    if (list.length === 0) return list;
    let spelt = memory.get(list);
    if (spelt === undefined) {
      spelt = list.map((stated) => spellingOf(stated, ROLES) ?? stated);
      memory.set(list, spelt);
    }
    for (const code of spelt)
      if (spellingOf(code, ROLES) === undefined) sheet.warn('unknown-role', sheet.lines[row], 'roles', code);
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
