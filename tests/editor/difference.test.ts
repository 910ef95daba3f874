import { describe, expect, it } from 'vitest';
import { random } from '../../graders/random';
import { difference } from '../../src/editor/difference';

function apply(before: string, after: string): string {
  const { from, to, insert } = difference(before, after);
  return before.slice(0, from) + insert + before.slice(to);
}

describe('difference', () => {
  it('names only what changed', () => {
    expect(difference('one two three', 'one 2 three')).toEqual({ from: 4, to: 7, insert: '2' });
  });

  it('does not count a repeated character twice', () => {
    expect(difference('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
    expect(difference('aaa', 'aa')).toEqual({ from: 2, to: 3, insert: '' });
  });

  it('is empty between equal texts', () => {
    expect(difference('a', 'a')).toEqual({ from: 1, to: 1, insert: '' });
  });

  it('makes one text of the other, whatever they are', () => {
    const draw = random(7);
    const text = () =>
      Array.from({ length: Math.floor(draw() * 8) }, () => (draw() < 0.5 ? 'a' : 'b')).join('');
    for (let i = 0; i < 500; i += 1) {
      const [before, after] = [text(), text()];
      expect(apply(before, after)).toBe(after);
    }
  });
});
