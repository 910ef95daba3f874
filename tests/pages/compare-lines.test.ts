import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLines } from '../../src/pages/workbench/compare-lines';

const lines = (...texts: string[]) => texts.join('\n');

describe('the comparison of two texts', () => {
  it('has nothing to show where they are the same', () => {
    expect(compareLines('a\nb', 'a\nb')).toEqual([]);
  });

  it('shows what each has alone, and leaves out long stretches that are the same', () => {
    const same = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    const rows = compareLines(lines('old', ...same), lines('new', ...same, 'more'));
    expect(rows).toEqual([
      { kind: 'earlier', text: 'old' },
      { kind: 'present', text: 'new' },
      { kind: 'same', text: 'line 0' },
      { kind: 'same', text: 'line 1' },
      { kind: 'skipped', count: 16 },
      { kind: 'same', text: 'line 18' },
      { kind: 'same', text: 'line 19' },
      { kind: 'present', text: 'more' },
    ]);
  });

  it('does not show the last line as changed when a line follows it', () => {
    expect(compareLines('a', 'a\nb')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'present', text: 'b' },
    ]);
  });

  it('leaves no line out but those it counts', () => {
    const text = fc.array(fc.constantFrom('', 'a', 'b', '  c')).map(all => all.join('\n'));
    fc.assert(
      fc.property(text, text, (earlier, present) => {
        fc.pre(earlier !== present);
        const rows = compareLines(earlier, present);
        const length = (kind: 'earlier' | 'present') =>
          rows.reduce((n, row) => {
            if (row.kind === 'skipped') return n + row.count;
            return row.kind === kind || row.kind === 'same' ? n + 1 : n;
          }, 0);
        expect(length('earlier')).toBe(earlier.split('\n').length);
        expect(length('present')).toBe(present.split('\n').length);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
