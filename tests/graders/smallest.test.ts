import { describe, expect, it } from 'vitest';
import { type Graded, grade, type Workplace } from '../../graders/grade';
import { type Grader, grader } from '../../graders/grader';
import { mutate } from '../../graders/mutate';
import type { Draw } from '../../graders/random';
import { sign } from '../../graders/symmetries';
import { inProcess } from '../in-process';
import { centring, solution } from './centring';

const now = () => 0;

async function graded(
  source: string,
  exercise: { grader: Grader; solution: string } = { grader: centring, solution },
  workplace: Workplace = inProcess(exercise.grader),
): Promise<Graded> {
  return grade(exercise, source, 3, workplace);
}

describe('the smallest data', () => {
  it('is two numbers for a mean that is never divided', async () => {
    const { smallest } = await graded(mutate(solution, centring.mutants[0]));
    const found = await smallest?.(now);
    expect(found?.call.name).toBe('mean');
    expect(found?.call.args).toEqual([[expect.any(Number), expect.any(Number)]]);
    expect(found?.received).toBeCloseTo(2 * (found?.expected as number), 12);
    expect(found).toMatchObject({ smaller: true, path: [] });
  });

  it('is looked for only once it is asked for', async () => {
    const workplace = inProcess(centring);
    let opened = 0;
    const counting: Workplace = {
      ...workplace,
      openTrials: (js, own) => {
        opened += 1;
        return (workplace.openTrials as NonNullable<Workplace['openTrials']>)(js, own);
      },
    };
    const wrong = mutate(solution, centring.mutants[0]);
    const { smallest } = await graded(wrong, { grader: centring, solution }, counting);
    expect(opened).toBe(0);
    await smallest?.(now);
    expect(opened).toBe(1);
  });

  it('is not looked for where all is well, nothing is written yet, or a guard is missing', async () => {
    expect((await graded(solution)).smallest).toBeUndefined();
    const todo = solution.replace('let sum = 0;', "throw new Error('TODO: mean');");
    expect((await graded(todo)).smallest).toBeUndefined();
    const guardless = mutate(solution, centring.mutants[4]);
    expect((await graded(guardless)).smallest).toBeUndefined();
  });

  it('tells of an error', async () => {
    const crash = solution.replace('let sum = 0;', 'let sum = x[99].value;');
    const found = await (await graded(crash)).smallest?.(now);
    expect(found).toMatchObject({ call: { name: 'mean' }, threw: { name: 'TypeError' } });
    expect(found?.call.args[0]).toHaveLength(1);
  });

  it('is none where a trial does not end, and the verdict stays', async () => {
    const hanging = solution
      .replace('let sum = 0;', 'let sum = 0; while (x.length === 1) {}')
      .replace('/ x.length', '');
    const { verdict, smallest } = await graded(hanging);
    expect(verdict.kind).toBe('missed');
    expect(await smallest?.(now)).toBeNull();
  }, 20_000);

  it('is none where only what came before makes the call wrong', async () => {
    const stateful = `let calls = 0;\n${solution.replace('sum / x.length', 'sum / x.length + (calls++ > 5 ? 1 : 0)')}`;
    const { verdict, smallest } = await graded(stateful);
    expect(verdict.kind).not.toBe('passed');
    expect((await smallest?.(now)) ?? null).toBeNull();
  });
});

describe('a call that is no suspect', () => {
  interface Module {
    scale(x: number[]): { by: number; scaled: number[] };
    sum(x: number[]): number;
  }
  const bench = (draw: Draw) => ({ x: draw.times(6, () => draw.normal(2, 1)) });
  const own = `
    export const sum = x => x.reduce((a, b) => a + b, 0);
    export const scale = x => ({ by: 2, scaled: x.map(v => 2 * v) });`;
  const one = (experiment: (module: Module, bench: { x: number[] }) => unknown, more = {}) => ({
    grader: grader<Module, typeof bench>({
      bench,
      checks: ({ agrees }) => [agrees('one', experiment, more)],
      mutants: [],
    }) as unknown as Grader,
    solution: own,
  });
  const wrong = own.replace('2 * v', '3 * v');

  it('is one whose part was compared: only that part counts', async () => {
    const { smallest } = await graded(
      wrong,
      one(({ scale }, { x }) => scale(x).scaled),
    );
    expect((await smallest?.(now))?.path).toEqual(['scaled', 0]);
  });

  it('is found among several', async () => {
    const exercise = one(({ scale, sum }, { x }) => [sum(x), scale(x)]);
    expect((await (await graded(wrong, exercise)).smallest?.(now))?.call.name).toBe('scale');
  });

  it('is one that was given what the submission itself made', async () => {
    const { smallest } = await graded(
      wrong,
      one(({ scale, sum }, { x }) => sum(scale(x).scaled)),
    );
    expect(smallest).toBeUndefined();
  });

  it('is one that is right up to a symmetry', async () => {
    const { smallest } = await graded(
      wrong,
      one(({ scale }, { x }) => scale(x).scaled, { upTo: sign }),
    );
    expect(smallest).toBeUndefined();
  });

  it('is one that was given a function', async () => {
    const exercise = one(({ scale }, { x }) =>
      (scale as (...args: unknown[]) => unknown)(x, () => 1),
    );
    expect((await graded(wrong, exercise)).smallest).toBeUndefined();
  });
});
