import { describe, expect, it } from 'vitest';
import { firstUnclear, PROVEN, takeCertified } from '../../graders/certify';
import { grader, type Mutant } from '../../graders/grader';
import type { Draw } from '../../graders/random';
import { inProcess } from '../in-process';

const bench = (draw: Draw) => ({ x: draw.uniform(1, 9) });
const trebling = (...mutants: Mutant[]) => ({
  grader: grader<{ treble(x: number): number }, typeof bench>({
    bench,
    checks: ({ agrees }) => [agrees('trebles', ({ treble }, { x }) => treble(x))],
    mutants,
  }),
  solution: 'export const treble = x => 3 * x;',
});
const factor = (by: string): Mutant => ({
  mistake: `multiplies by ${by}`,
  insteadOf: '3',
  writes: by,
  say: 'Your factor is another one. Take 3.',
});
const clear = trebling(factor('4'));
/** Off by 1e-3 where 5e-5 is allowed. */
const unclear = trebling(factor('4'), factor('3.003'));

describe('data', () => {
  it('is clear where every mistake is far beyond the tolerance', async () => {
    expect(await firstUnclear(clear, 4, inProcess(clear.grader))).toBe(null);
  });

  it('is not clear where a mistake is caught by a little only', async () => {
    const mistake = await firstUnclear(unclear, 4, inProcess(unclear.grader));
    expect(mistake).toBe('multiplies by 3.003');
  });
});

describe('the next seed', () => {
  const taking = async (exercise: typeof clear, goOn = () => true) => {
    const taken: number[] = [];
    let next = 100;
    const fresh = () => {
      next += 1;
      return next;
    };
    await takeCertified(exercise, inProcess(exercise.grader), {
      fresh,
      take: seed => taken.push(seed),
      goOn,
    });
    return taken;
  };

  it('is the first that is drawn where its data is clear', async () => {
    expect(await taking(clear)).toEqual([101]);
  });

  it('is one that is known to be good where three in turn are not', async () => {
    const taken = await taking(unclear);
    expect(taken.slice(0, 3)).toEqual([101, 102, 103]);
    expect(PROVEN).toContain(taken[3]);
    expect(taken).toHaveLength(4);
  });

  it('stays what it is when there is no more time', async () => {
    let asked = 0;
    const goOn = () => {
      asked += 1;
      return asked < 3;
    };
    expect(await taking(unclear, goOn)).toEqual([101]);
  });
});
