import type { Table, TableKind } from '../../graders/tries';

/** Rows that a table may have: more would make the pictures slow to answer. */
export const MOST_ROWS = 200;
/** Numbers beyond this are taken for a slip, and no picture has room for them. */
const LARGEST = 1e6;

/** What a row holds. */
export const COLUMNS: Record<TableKind, readonly string[]> = {
  points: ['x0', 'x1'],
  classes: ['x0', 'x1', 'class'],
  targets: ['x', 'y'],
  scored: ['score', 'class'],
};

/**
 * Reads rows of numbers: by comma, semicolon, tab or space; a first line of names is passed over.
 * @returns the table, or what is wrong with the text as a sentence
 * @example readCsv('x,y\n1,2', 'targets', 2, 1) // { X: [[1]], y: [2] }
 */
export function readCsv(
  text: string,
  kind: TableKind,
  classes = 2,
  least = 2,
): Table | { readonly say: string } {
  const names = COLUMNS[kind];
  const lines = text
    .split(/\r\n?|\n/)
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '');
  if (lines.length > 0 && isHeading(lines[0].line)) lines.shift();
  if (lines.length === 0) return { say: `There are no rows. Paste lines of ${told(names)}.` };
  if (lines.length > MOST_ROWS)
    return { say: `There are ${lines.length} rows; there is room for ${MOST_ROWS}.` };

  const rows: number[][] = [];
  for (const { line, number } of lines) {
    const cells = cellsOf(line);
    if (cells.length !== names.length)
      return {
        say: `Line ${number} has ${cells.length} ${cells.length === 1 ? 'column' : 'columns'}, not ${names.length}: ${told(names)}.`,
      };
    const strange = cells.find(cell => !isNumber(cell));
    if (strange !== undefined)
      return {
        say: `“${strange.slice(0, 24)}” in line ${number} is not a number. Write numbers such as 1.5 or −2.`,
      };
    const row = cells.map(numberIn);
    if (row.some(value => Math.abs(value) > LARGEST))
      return { say: `A number in line ${number} is beyond ±1 000 000.` };
    rows.push(row);
  }
  const table = tableOf(rows, kind);
  const wrong = wrongWith(table, kind, classes, least);
  return wrong ? { say: wrong } : table;
}

/** @returns what keeps rows from being used, as a sentence, or null. */
export function wrongWith(
  { X, y = [] }: Table,
  kind: TableKind,
  classes: number,
  least: number,
): string | null {
  if (X.length < least) return `${X.length} rows are too few; at least ${least} are needed.`;
  if (X.length > MOST_ROWS) return `There is room for ${MOST_ROWS} rows.`;
  if (kind !== 'classes' && kind !== 'scored') return null;
  const i = y.findIndex(label => !Number.isInteger(label) || label < 0 || label >= classes);
  const legal = Array.from({ length: classes }, (_, k) => String(k));
  if (i < 0) {
    const absent = kind === 'scored' ? legal.find(k => !y.includes(Number(k))) : undefined;
    return absent ? `No row has the class ${absent}; each class is needed.` : null;
  }
  return `Row ${i} has the class ${y[i]}. A class is ${legal.slice(0, -1).join(', ')} or ${legal.at(-1)}.`;
}

/** The rows of a table with everything that belongs to each. */
export function rowsOf({ X, y }: Table): number[][] {
  return X.map((row, i) => (y ? [...row, y[i]] : [...row]));
}

/** A table of such rows. */
export function tableOf(rows: readonly (readonly number[])[], kind: TableKind): Table {
  if (kind === 'points') return { X: rows.map(row => [...row]) };
  return { X: rows.map(row => row.slice(0, -1)), y: rows.map(row => row[row.length - 1]) };
}

function cellsOf(line: string): string[] {
  const mark = [',', ';', '\t'].find(mark => line.includes(mark));
  return mark ? line.split(mark).map(cell => cell.trim()) : line.split(/\s+/);
}

/** A line of names: no cell of it is a number. */
function isHeading(line: string): boolean {
  return cellsOf(line).every(cell => !isNumber(cell)) && /[a-z]/i.test(line);
}

function isNumber(cell: string): boolean {
  return cell !== '' && Number.isFinite(numberIn(cell)) && !/^[+−-]?0[xbo]/i.test(cell);
}

function numberIn(cell: string): number {
  return Number(cell.replace('−', '-'));
}

function told(names: readonly string[]): string {
  return names.join(', ');
}
