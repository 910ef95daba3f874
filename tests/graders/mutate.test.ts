import { describe, expect, it } from 'vitest';
import type { Mutant } from '../../graders/grader';
import { mutate } from '../../graders/mutate';

const change = (insteadOf: string, writes: string): Mutant => ({
  mistake: `writes ${writes}`,
  insteadOf,
  writes,
  say: '',
});

describe('mutate', () => {
  it('changes the one place where the fragment stands', () => {
    expect(mutate('a + b * c', change('b * c', 'b'))).toBe('a + b');
  });

  it('takes both fragments for plain text', () => {
    expect(mutate('f(x) ? 1 : 0', change('(x) ?', '$& $1 ?'))).toBe('f$& $1 ? 1 : 0');
  });

  it('changes several fragments one after the other', () => {
    expect(mutate('a + b', change('a', 'c'), change('b', 'd'))).toBe('c + d');
    expect(mutate('a + b')).toBe('a + b');
  });

  it('refuses a fragment that is not there, or is there twice', () => {
    expect(() => mutate('a + b', change('c', ''))).toThrow(/“c”.*occurs 0 times/);
    expect(() => mutate('a + a', change('a', ''))).toThrow(/occurs 2 times/);
  });

  it('refuses a second fragment that the first change has taken away', () => {
    expect(() => mutate('a + b', change('a + b', 'c'), change('b', 'd'))).toThrow(RangeError);
  });
});
