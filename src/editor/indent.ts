/** What a key comes to in a plain text: what to select and what to put there. Offsets in characters. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** What is selected afterwards. */
  readonly start: number;
  readonly end: number;
}

const UNIT = '  ';

/** Tab: two spaces at the caret, or every selected line two spaces to the right. */
export function indent(text: string, start: number, end: number): Edit {
  if (!text.slice(start, end).includes('\n')) {
    const after = start + UNIT.length;
    return { from: start, to: end, insert: UNIT, start: after, end: after };
  }
  return shift(text, start, end, line => (line === '' ? line : UNIT + line));
}

/** Shift and Tab: every selected line up to two spaces to the left. */
export function outdent(text: string, start: number, end: number): Edit {
  return shift(text, start, end, line => line.replace(/^(?: {1,2}|\t)/, ''));
}

/** Enter: a new line that begins under the one before, deeper after an opening bracket. */
export function breakLine(text: string, start: number, end: number): Edit {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const margin = /^[ \t]*/.exec(before)?.[0] ?? '';
  const insert = `\n${margin}${/[{([]\s*$/.test(before) ? UNIT : ''}`;
  const after = start + insert.length;
  return { from: start, to: end, insert, start: after, end: after };
}

function shift(text: string, start: number, end: number, move: (line: string) => string): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A selection that ends at the beginning of a line does not mean that line.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const found = text.indexOf('\n', last);
  const to = found < 0 ? text.length : found;
  const lines = text.slice(from, to).split('\n');
  const moved = lines.map(move);
  const insert = moved.join('\n');
  const first = moved[0].length - lines[0].length;
  const grown = insert.length - (to - from);
  const newStart = Math.max(from, start + first);
  return { from, to, insert, start: newStart, end: Math.max(newStart, end + grown) };
}
