/** Rows of an `entities` file as parties. */
import { ENTITY_SCHEMAS, type Entity, type EntitySchema, type Identifier } from '../model/entity.js';
import { parseIdentifier, presentText } from './cells.js';
import { knownRoles, spellingOf } from './codes.js';
import { provenanceOf, type RowContext, takenRows, withoutAbsent } from './row-context.js';
import type { Sheet } from './sheet.js';

/** The parties that can be taken; what is wrong with the other rows stands in `sheet.faults`. */
export function readEntities(sheet: Sheet, context: RowContext): Entity[] {
  const id = sheet.required('id');
  const name = sheet.required('name');
  const schema = readSchemas(sheet);
  const country = sheet.countries('country');
  const headquarters = sheet.countries('headquarters');
  const nationality = sheet.countries('nationality');
  const notes = sheet.text('notes');
  const columns = {
    aliases: sheet.lists('aliases'),
    address: sheet.text('address'),
    foundedOn: sheet.dates('foundedOn'),
    dissolvedOn: sheet.dates('dissolvedOn'),
    birthDate: sheet.dates('birthDate'),
    roles: knownRoles(sheet),
    sector: sheet.text('sector'),
    website: sheet.text('website'),
    phone: sheet.text('phone'),
    sitePowerMw: sheet.amounts('sitePowerMw', 'negative-number'),
    siteVerifiedOn: sheet.dates('siteVerifiedOn'),
  };
  const identifiers = readIdentifiers(sheet, country);
  const provenance = provenanceOf(sheet, id, context);
  return takenRows(sheet).map((row) => {
    const founded = columns.foundedOn[row];
    const dissolved = columns.dissolvedOn[row];
    if (founded && dissolved && dissolved.latest < founded.earliest) {
      sheet.warn('dissolved-before-founded', sheet.lines[row], 'dissolvedOn', dissolved.text);
    }
    return withoutAbsent<Entity>({
      id: id[row] as string,
      schema: schema[row],
      name: name[row] as string,
      aliases: columns.aliases[row] ?? [],
      country: country[row],
      headquarters: headquarters[row],
      address: columns.address[row],
      foundedOn: founded,
      dissolvedOn: dissolved,
      birthDate: columns.birthDate[row],
      nationality: nationality[row],
      roles: columns.roles[row] ?? [],
      sector: columns.sector[row],
      website: columns.website[row],
      phone: columns.phone[row],
      identifiers: identifiers[row] as readonly Identifier[],
      sitePowerMw: columns.sitePowerMw[row],
      siteVerifiedOn: columns.siteVerifiedOn[row],
      notes: withStated(sheet, row, notes[row], { country, headquarters, nationality, schema }),
      stub: false,
      dataset: provenance.dataset[row] as string,
      record: provenance.record[row] as string,
      retrievedOn: provenance.retrievedOn[row],
    });
  });
}

function readSchemas(sheet: Sheet): readonly (EntitySchema | undefined)[] {
  return sheet.text('schema').map((stated, row) => {
    if (stated === undefined) return undefined;
    const schema = spellingOf(stated, ENTITY_SCHEMAS);
    if (schema === undefined) sheet.warn('unknown-schema', sheet.lines[row], 'schema', stated);
    return schema;
  });
}

const NO_IDENTIFIERS: readonly Identifier[] = [];

/** `lei`, then `registration`, then `identifiers`, each once. */
function readIdentifiers(sheet: Sheet, country: readonly (string | undefined)[]): readonly (readonly Identifier[])[] {
  const leis = sheet.text('lei');
  const registrations = sheet.text('registration');
  const others = sheet.lists('identifiers');
  return leis.map((lei, row) => {
    const registration = registrations[row];
    const listed = others[row] as readonly string[];
    if (lei === undefined && registration === undefined && listed.length === 0) return NO_IDENTIFIERS;
    const found: Identifier[] = [];
    if (lei !== undefined) found.push({ scheme: 'lei', value: lei.toUpperCase() });
    if (registration !== undefined) {
      const own = parseIdentifier(`registration:${registration}`);
      const place = country[row];
      if (own !== undefined && own.scheme !== 'registration') found.push(own);
      else found.push({ scheme: place === undefined ? 'registration' : `registration:${place}`, value: registration });
    }
    for (const text of listed) {
      const identifier = parseIdentifier(text);
      if (identifier) found.push(identifier);
      else
        sheet.refuse(
          row,
          'bad-identifier',
          'identifiers',
          text,
          `\`${text}\` is not an identifier: write \`scheme:value\``,
        );
    }
    for (const { scheme, value } of found) {
      if (scheme === 'lei' && !isLei(value)) sheet.warn('bad-lei', sheet.lines[row], 'lei', value);
    }
    return found.filter(
      (one, index) => found.findIndex((other) => other.scheme === one.scheme && other.value === one.value) === index,
    );
  });
}

/** Whether the check digits of an LEI are right (ISO 17442: the number that its characters spell leaves 1 on division by 97). */
function isLei(text: string): boolean {
  if (!/^[0-9A-Z]{18}\d{2}$/.test(text)) return false;
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/**
 * The notes with what the file states of countries and schema, where that is neither a code nor a word of the
 * model: what a name such as `Burma` or an unknown place said is not lost.
 */
function withStated(
  sheet: Sheet,
  row: number,
  notes: string | undefined,
  read: Readonly<Record<string, readonly (string | undefined)[]>>,
): string | undefined {
  let kept = notes;
  for (const [column, codes] of Object.entries(read)) {
    const stated = presentText(sheet.cells(column)?.[row] ?? '');
    const code = codes[row];
    if (stated === undefined || (code !== undefined && isCodeFor(stated, code))) continue;
    const remark = `${column} as stated: ${stated}`;
    if (kept === undefined) kept = remark;
    else if (!kept.includes(remark)) kept = `${kept}; ${remark}`;
  }
  return kept;
}

/** Whether the text is the code itself or a three-letter country code. */
function isCodeFor(stated: string, code: string): boolean {
  return stated.length <= ISO_CODE_LENGTH || stated.toLowerCase() === code.toLowerCase();
}

const ISO_CODE_LENGTH = 3;
