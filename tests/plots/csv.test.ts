import { describe, expect, it } from 'vitest';
import { MOST_ROWS, readCsv, rowsOf, tableOf } from '../../src/plots/csv';

describe('pasted rows', () => {
  it('are read by comma, semicolon, tab or space, with or without a line of names', () => {
    for (const text of [
      'x0,x1,class\n1.5,-2,0\n3,4e-1,1',
      '1.5;-2;0\r\n3;0.4;1\r\n',
      '1.5\t−2\t0\n\n3\t.4\t1',
      '  1.5 -2  0\n3 0.4 1',
    ]) {
      expect(readCsv(text, 'classes')).toEqual({ X: [[1.5, -2], [3, 0.4]], y: [0, 1] }); // biome-ignore format: rows
    }
  });

  it('have no labels where the exercise has none, and one feature where it asks for a target', () => {
    expect(readCsv('1,2\n3,4', 'points')).toEqual({ X: [[1, 2], [3, 4]] }); // biome-ignore format: rows
    expect(readCsv('score,class\n0.2,0\n0.9,1', 'scored')).toEqual({
      X: [[0.2], [0.9]],
      y: [0, 1],
    });
    expect(readCsv('1,2\n3,4', 'targets')).toEqual({ X: [[1], [3]], y: [2, 4] });
  });

  it.each([
    ['', 'points', 'There are no rows. Paste lines of x0, x1.'],
    ['x0,x1', 'points', 'There are no rows. Paste lines of x0, x1.'],
    ['1,2\n3', 'points', 'Line 2 has 1 column, not 2: x0, x1.'],
    ['1,2,3\n4,5,6', 'points', 'Line 1 has 3 columns, not 2: x0, x1.'],
    [
      '1,2\n\n3,four',
      'points',
      '“four” in line 3 is not a number. Write numbers such as 1.5 or −2.',
    ],
    ['1,2\n3,', 'points', '“” in line 2 is not a number. Write numbers such as 1.5 or −2.'],
    [
      '1,Infinity\n3,4',
      'points',
      '“Infinity” in line 1 is not a number. Write numbers such as 1.5 or −2.',
    ],
    ['1,0x1f\n3,4', 'points', '“0x1f” in line 1 is not a number. Write numbers such as 1.5 or −2.'],
    ['1,2e7\n3,4', 'points', 'A number in line 1 is beyond ±1 000 000.'],
    ['1,2', 'points', '1 rows are too few; at least 2 are needed.'],
    ['0.2,0\n0.9,2', 'scored', 'Row 1 has the class 2. A class is 0 or 1.'],
    ['0.2,1\n0.9,1', 'scored', 'No row has the class 0; each class is needed.'],
    ['1,2,0\n1,2,2', 'classes', 'Row 1 has the class 2. A class is 0 or 1.'],
    ['1,2,0.5\n1,2,1', 'classes', 'Row 0 has the class 0.5. A class is 0 or 1.'],
  ] as const)('are refused with a sentence: %j', (text, kind, say) => {
    expect(readCsv(text, kind)).toEqual({ say });
  });

  it('are no more than there is room for', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `${i},1`).join('\n');
    expect(readCsv(many(MOST_ROWS), 'points')).toHaveProperty('X');
    expect(readCsv(many(MOST_ROWS + 1), 'points')).toEqual({
      say: 'There are 201 rows; there is room for 200.',
    });
  });
});

it('takes rows apart and puts them together again', () => {
  const table = { X: [[1, 2], [3, 4]], y: [0, 1] }; // biome-ignore format: rows
  expect(tableOf(rowsOf(table), 'classes')).toEqual(table);
});
