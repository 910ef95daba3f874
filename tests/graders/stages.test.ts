import { describe, expect, it } from 'vitest';
import type { Observation } from '../../graders/observation';
import { quickChecks, stagesOf, stateOfStage } from '../../graders/stages';

const calling = (...names: string[]): Observation => ({
  calls: names.map(name => ({ name, args: [] })),
});

describe('the stages of an exercise', () => {
  it('are its functions, in the order in which the checks first call them', () => {
    const reference = [calling('assign'), calling('update'), calling('assign'), calling('run')];
    expect(stagesOf(reference, 4)).toEqual([
      { name: 'assign', checks: [0, 2] },
      { name: 'update', checks: [1] },
      { name: 'run', checks: [3] },
    ]);
  });

  it('take a check of several functions as one about the latest of them', () => {
    const reference = [calling('assign'), calling('run', 'assign'), calling('assign', 'assign')];
    expect(stagesOf(reference, 3)).toEqual([
      { name: 'assign', checks: [0, 2] },
      { name: 'run', checks: [1] },
    ]);
  });

  it('leave pictures out, and checks that call nothing or were not seen', () => {
    const reference = [calling(), calling('fit'), 'not-run' as const, calling('draw')];
    expect(stagesOf(reference, 3)).toEqual([{ name: 'fit', checks: [1] }]);
  });
});

describe('the quick checks', () => {
  const stages = [
    { name: 'a', checks: [0, 1, 2, 7] },
    { name: 'b', checks: [3] },
    { name: 'c', checks: [4, 5, 6] },
  ];

  it('are the first ones of every stage, in turn', () => {
    expect(quickChecks(stages, 5)).toEqual([0, 1, 3, 4, 5]);
  });

  it('are all of them where there are few', () => {
    expect(quickChecks(stages, 20)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(quickChecks([], 20)).toEqual([]);
  });
});

describe('the state of a stage', () => {
  const stage = { name: 'a', checks: [0, 2, 3] };
  const of = (...states: ('passed' | 'missed' | 'crashed' | undefined)[]) =>
    stateOfStage(stage, check => states[check]);

  it('is that of its first check that did not pass', () => {
    expect(of('passed', 'missed', 'crashed', 'missed')).toBe('crashed');
    expect(of('passed', 'crashed', 'passed', 'missed')).toBe('missed');
  });

  it('is passed where all that is known passed', () => {
    expect(of('passed', undefined, undefined, 'passed')).toBe('passed');
  });

  it('is not run where nothing is known', () => {
    expect(of(undefined, 'passed')).toBe('not-run');
  });
});
