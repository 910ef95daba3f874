import { describe, expect, it } from 'vitest';
import { breakLine, type Edit, indent, outdent } from '../../src/editor/indent';

type Key = (text: string, start: number, end: number) => Edit;

/** The selection is drawn as [ and ], a mere caret as |. */
function press(key: Key, drawn: string): string {
  const text = drawn.replace(/[[\]|]/g, '');
  const start = drawn.search(/[[|]/);
  const end = drawn.includes('|') ? start : drawn.indexOf(']') - 1;
  const edit = key(text, start, end);
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  if (edit.start === edit.end) return `${after.slice(0, edit.start)}|${after.slice(edit.start)}`;
  return `${after.slice(0, edit.start)}[${after.slice(edit.start, edit.end)}]${after.slice(edit.end)}`;
}

describe('indent', () => {
  it('puts two spaces at the caret', () => {
    expect(press(indent, 'a|b')).toBe('a  |b');
  });

  it('replaces a selection within a line', () => {
    expect(press(indent, 'a[bc]d')).toBe('a  |d');
  });

  it('moves every selected line, and keeps them selected', () => {
    expect(press(indent, 'a[b\n\ncd\ne]f')).toBe('  a[b\n\n  cd\n  e]f');
  });

  it('leaves out a line of which only the beginning is reached', () => {
    expect(press(indent, '[a\n]b')).toBe('  [a\n]b');
  });
});

describe('outdent', () => {
  it('takes up to two spaces from the line of the caret', () => {
    expect(press(outdent, 'x\n   a|b')).toBe('x\n a|b');
    expect(press(outdent, ' a|b')).toBe('a|b');
    expect(press(outdent, 'a|b')).toBe('a|b');
  });

  it('keeps the caret on its line', () => {
    expect(press(outdent, 'x\n|  a')).toBe('x\n|a');
  });

  it('moves every selected line', () => {
    expect(press(outdent, '  [a\n    b\nc]')).toBe('[a\n  b\nc]');
  });

  it('undoes an indent', () => {
    const [start, end] = [1, 7];
    const text = 'if\n  a\nb';
    const there = indent(text, start, end);
    const moved = text.slice(0, there.from) + there.insert + text.slice(there.to);
    const back = outdent(moved, there.start, there.end);
    expect(moved.slice(0, back.from) + back.insert + moved.slice(back.to)).toBe(text);
    expect([back.start, back.end]).toEqual([start, end]);
  });
});

describe('breakLine', () => {
  it('begins under the line before', () => {
    expect(press(breakLine, '  a;|')).toBe('  a;\n  |');
  });

  it('goes deeper after an opening bracket', () => {
    expect(press(breakLine, '  if (a) {|\n}')).toBe('  if (a) {\n    |\n}');
  });

  it('takes only the margin that stands before the caret', () => {
    expect(press(breakLine, ' |  a')).toBe(' \n |  a');
  });

  it('replaces what is selected', () => {
    expect(press(breakLine, 'a[bc]d')).toBe('a\n|d');
  });
});
