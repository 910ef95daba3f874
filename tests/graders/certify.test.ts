import { describe, expect, it } from 'vitest';
import { firstUnclear, PROVEN, takeCertified } from '../../graders/certify';
import { grader, type Mutant } from '../../graders/grader';
import { neverRises } from '../../graders/laws';
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

describe('a mistake is clear', () => {
  const list = (draw: Draw) => ({ x: draw.times(3, () => draw.uniform(1, 9)) });
  const treblesEach = `export const treble = x => {
    if (x.length === 0) throw new RangeError('nothing to treble');
    return x.map(v => 3 * v);
  };`;
  const exercise = (mutant: Pick<Mutant, 'insteadOf' | 'writes'>) => ({
    grader: grader<{ treble(x: number[]): number[] }, typeof list>({
      bench: list,
      checks: ({ agrees, holds, rejects }) => [
        agrees('trebles', ({ treble }, { x }) => treble(x)),
        rejects('refuses nothing', ({ treble }) => treble([])),
        holds('keeps the order', ({ treble }) => treble([20, 10, 9.999]), neverRises),
      ],
      mutants: [{ ...mutant, mistake: 'the mistake', say: '' }],
    }),
    solution: treblesEach,
  });
  const unclearIn = (insteadOf: string, writes: string) => {
    const one = exercise({ insteadOf, writes });
    return firstUnclear(one, 4, inProcess(one.grader));
  };

  it.each<[string, string, string]>([
    ['a refusal is missing', '=== 0', '< 0'],
    ['the code stumbles', '3 * v', 'v.nothing.at'],
    ['the module cannot be loaded', 'export', 'nothing.at; export'],
    [
      'an input is changed',
      'x.map(v => 3 * v)',
      'x.map((v, i) => { x[i] = 3 * v; return 3 * v; })',
    ],
    [
      'a law is broken, however little the numbers differ',
      '3 * v',
      '(v === 9.999 ? 3.001 : 3) * v',
    ],
  ])('where %s', async (_, insteadOf, writes) => {
    expect(await unclearIn(insteadOf, writes)).toBe(null);
  });

  it.each<[string, string, string]>([
    ['the code only says another thing where it refuses', 'nothing to treble', 'nothing'],
    ['the numbers are off by less than a hundred tolerances', '3 * v', '3.01 * v'],
  ])('but not where %s', async (_, insteadOf, writes) => {
    expect(await unclearIn(insteadOf, writes)).toBe('the mistake');
  });

  it('but not where every call refuses, with the mistake as without it', async () => {
    const refusing = {
      ...exercise({ insteadOf: 'never', writes: 'not' }),
      solution: "export const treble = x => { throw new RangeError('never'); };",
    };
    const [, refuses] = refusing.grader.checks;
    const one = { ...refusing, grader: { ...refusing.grader, checks: [refuses] } };
    expect(await firstUnclear(one, 4, inProcess(one.grader))).toBe('the mistake');
  });

  it('but not where there was no time to see it', async () => {
    const noTime = () => false;
    expect(await firstUnclear(clear, 4, inProcess(clear.grader), noTime)).toBe('multiplies by 4');
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

  it('is none where there is no time at all', async () => {
    expect(await taking(unclear, () => false)).toEqual([]);
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
