/** Results as a table for people, or as JSON, JSON Lines or CSV for programs. */

export const FORMATS = ['table', 'json', 'jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** One result, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** All rows in a format, ending with a line break; nothing for no rows except `[]` in JSON. */
export function formatRows(rows: readonly Row[], format: Format): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  if (rows.length === 0) return '';
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return format === 'csv' ? csv(rows) : table(rows);
}

/** A header and one line a row; lists are joined by `;`, objects are JSON. */
function csv(rows: readonly Row[]): string {
  const columns = columnsOf(rows);
  const lines = [columns, ...rows.map((row) => columns.map((column) => plain(row[column])))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

/** Columns as wide as their widest cell; numbers to the right. */
function table(rows: readonly Row[]): string {
  const columns = columnsOf(rows);
  const cells = rows.map((row) => columns.map((column) => forPeople(row[column])));
  const widths = columns.map((column, i) => Math.max(column.length, ...cells.map((line) => line[i]?.length ?? 0)));
  const isNumeric = columns.map((column) =>
    rows.every((row) => row[column] === null || typeof row[column] === 'number'),
  );
  const line = (parts: readonly string[]) => {
    const padded = parts.map((part, i) => (isNumeric[i] ? part.padStart(widths[i] ?? 0) : part.padEnd(widths[i] ?? 0)));
    return `${padded.join('  ').trimEnd()}\n`;
  };
  return [columns, ...cells].map(line).join('');
}

function columnsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plain).join(';');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Numbers with thousands separators, absent values as `-`. */
export function forPeople(value: unknown): string {
  if (value === null || value === undefined || value === '') return '-';
  if (typeof value === 'number') return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  return plain(value);
}

/** A cell of CSV, in quotes where it needs them. */
export function quoted(text: string): string {
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
