import { describe, expect, it } from 'vitest';
import { MissingExport } from '../../graders/errors';
import { eachRefused } from '../../graders/refused';

const refuse = (message: string) => () => {
  throw new RangeError(message);
};

describe('calls each of which must be refused', () => {
  it('throw the last refusal where all are refused', () => {
    expect(() => eachRefused(refuse('one'), refuse('two'))).toThrow('two');
  });

  it('give what the first call gives that is not refused', () => {
    expect(eachRefused(refuse('one'), () => 2, refuse('three'))).toBe(2);
  });

  it('do not take a function that is not there for a refusal', () => {
    const missing = () => {
      throw new MissingExport('fit');
    };
    const thrown = (() => {
      try {
        return eachRefused(missing, refuse('two'));
      } catch (error) {
        return error;
      }
    })();
    expect(MissingExport.nameIn(thrown)).toBe('fit');
  });
});
