import { diffLines } from 'diff';

/** A line of a comparison, or how many lines that are the same were left out. */
export type Row =
  | { readonly kind: 'same' | 'earlier' | 'present'; readonly text: string }
  | { readonly kind: 'skipped'; readonly count: number };

/** Lines that are the same, shown before and after each change. */
const AROUND = 2;

/**
 * Compares an earlier text with the present one, line by line.
 * @returns nothing where they are the same
 */
export function compareLines(earlier: string, present: string): Row[] {
  // Without a line end the last line would differ from the same line with one.
  const parts = diffLines(`${earlier}\n`, `${present}\n`);
  if (!parts.some(({ added, removed }) => added || removed)) return [];
  return parts.flatMap(({ value, added, removed }, place): Row[] => {
    const lines = value.replace(/\n$/, '').split('\n');
    if (added || removed) {
      return lines.map(text => ({ kind: added ? 'present' : 'earlier', text }));
    }
    const head = place === 0 ? 0 : AROUND;
    const tail = place === parts.length - 1 ? 0 : AROUND;
    const same = (text: string): Row => ({ kind: 'same', text });
    const count = lines.length - head - tail;
    if (count <= 1) return lines.map(same);
    return [
      ...lines.slice(0, head).map(same),
      { kind: 'skipped', count },
      ...lines.slice(lines.length - tail).map(same),
    ];
  });
}
