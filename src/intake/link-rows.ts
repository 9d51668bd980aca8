/** Rows of a `links` file as relations between parties. */
import { LINK_TYPES, type Link, type LinkType } from '../model/link.js';
import { spellingOf } from './codes.js';
import { readPeriod } from './period.js';
import { idsOf, provenanceOf, type RowContext, takenRows, withoutAbsent } from './row-context.js';
import type { Sheet } from './sheet.js';

/** The links that can be taken; what is wrong with the other rows stands in `sheet.faults`. */
export function readLinks(sheet: Sheet, context: RowContext): Link[] {
  const statedIds = sheet.text('id');
  const type = readTypes(sheet);
  const source = sheet.required('source');
  const target = sheet.required('target');
  const share = sheet.shares('share');
  const { from, to } = readPeriod(sheet);
  const provenance = provenanceOf(sheet, statedIds, context);
  const id = idsOf(
    sheet,
    statedIds,
    [
      ['type', type],
      ['source', source],
      ['target', target],
      ['share', sheet.text('share')],
      ['from', from],
      ['to', to],
    ],
    context,
  );
  return takenRows(sheet).map((row) => {
    if (source[row] === target[row]) sheet.warn('self-link', sheet.lines[row], 'target', target[row] as string);
    return withoutAbsent<Link>({
      id: id[row] as string,
      type: type[row] as LinkType,
      source: source[row] as string,
      target: target[row] as string,
      share: share[row] as Link['share'],
      from: from[row],
      to: to[row],
      dataset: provenance.dataset[row] as string,
      record: provenance.record[row] as string,
      retrievedOn: provenance.retrievedOn[row],
    });
  });
}

function readTypes(sheet: Sheet): readonly (LinkType | undefined)[] {
  return sheet.required('type').map((stated, row) => {
    const type = spellingOf(stated, LINK_TYPES);
    if (type === undefined && stated !== '') {
      sheet.refuse(
        row,
        'unknown-link-type',
        'type',
        stated,
        `\`${stated}\` is not a type of link: write one of ${LINK_TYPES.join(', ')}`,
      );
    }
    return type;
  });
}
