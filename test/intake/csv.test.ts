import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/intake/csv.js';
import { type BrokenRow, cellAt } from '../../src/intake/row-chunk.js';
import { Folder } from './folder.js';

async function read(path: string, columns: number, delimiter = ',', coded: (string | undefined)[] = []) {
  const rows: string[][] = [];
  const lines: number[] = [];
  const broken: BrokenRow[] = [];
  const options = { maxRowBytes: 1 << 24 };
  for await (const chunk of readCsv(path, { columns, delimiter, header: false, coded }, options)) {
    for (let row = 0; row < chunk.length; row++) {
      rows.push(chunk.cells.map((_, column) => cellAt(chunk, column, row)));
      lines.push(chunk.lines[row] as number);
    }
    broken.push(...chunk.broken);
  }
  return { rows, lines, broken };
}

const cell = fc.oneof(
  fc.constantFrom('', 'a', 'MY', '2024-05-01', '"', 'x"y', '\n', 'two\r\nlines', ',', '\t', ' padded ', '中芯', 'é'),
  fc.string({ maxLength: 40 }),
);

describe('delimited text', () => {
  test('of any content is read as csv-parse reads it', async () => {
    const folder = await Folder.make();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(',', '\t'),
        async (rows, lineEnd, delimiter) => {
          const quote = (text: string) => (/[",\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          const text = rows.map((row) => row.map(quote).join(delimiter) + lineEnd).join('');
          const path = await folder.write('x.csv', text);
          const expected = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true }) as string[][];
          const found = await read(path, 3, delimiter);
          // Rows of nothing but blanks are no rows here.
          const says = (row: string[]) => row.some((value) => value.trim() !== '');
          expect(found.rows.filter(says)).toEqual(expected.filter(says));
          expect(found.broken).toEqual([]);
          // As codes, two columns by one dictionary, the same.
          expect(await read(path, 3, delimiter, ['one', undefined, 'one'])).toEqual(found);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  test('keeps rows, lines and letters whole where blocks of the file meet', async () => {
    const folder = await Folder.make();
    const rows = Array.from({ length: 60_000 }, (_, at) => [
      `id${at}`,
      at % 7 === 0 ? `two\nlines of ${at} 中芯` : `é${'x'.repeat(at % 50)}`,
    ]);
    let line = 1;
    const lines = rows.map(([, text]) => {
      const first = line;
      line += (text as string).includes('\n') ? 2 : 1;
      return first;
    });
    const path = await folder.write('x.csv', rows.map(([id, text]) => `${id},"${text}"`).join('\n'));
    const found = await read(path, 2);
    expect(found.rows).toEqual(rows);
    expect(found.lines).toEqual(lines);
  });

  test('read as codes: every different cell once for all rows, and a dictionary too full is followed by another', async () => {
    const folder = await Folder.make();
    const long = Array.from({ length: 9 }, (_, at) => `${at}${'x'.repeat(1_000_000)}`);
    const cells = [...long, ...Array.from({ length: 30_000 }, (_, at) => `p${at % 20_000}`), long[8] as string];
    // Refused rows leave nothing behind.
    const path = await folder.write('x.csv', cells.map((cell, at) => `${cell},${at}\n${cell},too,many\n`).join(''));
    const lists = new Set<readonly string[]>();
    const found: string[] = [];
    const shape = { columns: 2, delimiter: ',', header: false, coded: ['party', undefined] };
    for await (const chunk of readCsv(path, shape, { maxRowBytes: 1 << 24 })) {
      const column = chunk.coded?.[0];
      if (column === undefined) continue;
      lists.add(column.values);
      found.push(...Array.from(column.codes, (code) => column.values[code] as string));
      expect(column.codes).toHaveLength(chunk.length);
    }
    expect(found.length).toBe(cells.length);
    expect(found.every((cell, at) => cell === cells[at])).toBe(true);
    expect([...lists].map((list) => [list[0], new Set(list).size === list.length])).toEqual([
      ['', true],
      ['', true],
    ]);
  });

  test('a quoted cell of several blocks is one cell', async () => {
    const folder = await Folder.make();
    const long = 'line of text\n'.repeat(200_000);
    const path = await folder.write('x.csv', `1,"${long}"\n2,b\n`);
    const found = await read(path, 2);
    expect(found.rows.map(([id, text]) => [id, text?.length])).toEqual([
      ['1', long.length],
      ['2', 1],
    ]);
    expect(found.lines).toEqual([1, 200_002]);
  });

  test('a quote that is never closed costs its own line only, also far before the end of the file', async () => {
    const folder = await Folder.make();
    const path = await folder.write('x.csv', `1,"open\n${'2,b\n'.repeat(400_000)}`);
    const found = await read(path, 2);
    expect(found.broken).toMatchObject([{ line: 1, reason: 'unterminated-quote', cells: ['1', '"open'] }]);
    expect(found.rows).toHaveLength(400_000);
    expect(found.lines[399_999]).toBe(400_001);
  });
});
