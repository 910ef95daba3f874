import { describe, expect, it } from 'vitest';
import { alikeInFrequency, type Count, fallsAsOften, frequencies } from '../../graders/chance';
import { grade } from '../../graders/grade';
import { type Grader, grader, type Mutant } from '../../graders/grader';
import { mutate } from '../../graders/mutate';
import { type Draw, random } from '../../graders/random';
import { isVector } from '../../graders/value';
import { inProcess } from '../in-process';
import { centring, solution, verdictOn } from './centring';

const [neverDivides, skipsFirst, addsMean, countsTooMany, acceptsNothing] = centring.mutants;
const withMutants = (...mutants: Mutant[]): Grader => ({ ...centring, mutants });
const diagnosisOf = async (source: string, exercise?: Grader) =>
  (await verdictOn(source, exercise)).diagnosis;

/** The reference in other words, with one thing left open. */
const rewritten = ({
  mean = 'total(x) / x.length',
  centre = 'v - m',
  summary = '{ n: x.length, centred: centre(x) }',
  guard = "if (x.length === 0) throw new Error('empty');",
}) => `
  const total = x => x.reduce((a, b) => a + b, 0);
  export function mean(x) { ${guard} return ${mean}; }
  export const centre = x => { ${guard} const m = mean(x); return x.map(v => ${centre}); };
  export const summary = x => (${summary});
`;

describe('a mutant', () => {
  it.each(centring.mutants)('that $mistake is diagnosed as itself', async mutant => {
    expect(await diagnosisOf(mutate(solution, mutant))).toMatchObject({
      from: 'mutant',
      mistakes: [mutant.mistake],
      say: mutant.say,
    });
  });

  it('names the mistake of code that is written otherwise', async () => {
    const diagnosis = await diagnosisOf(rewritten({ mean: 'total(x)' }));
    expect(diagnosis).toMatchObject({ from: 'mutant', mistakes: ['never divides'] });
  });

  it('names nothing where the numbers are equal on some inputs only', async () => {
    const mean = 'x.length === 4 ? total(x) / x.length : total(x)';
    const diagnosis = await diagnosisOf(rewritten({ mean }));
    expect(diagnosis?.from).not.toBe('mutant');
  });

  it('names nothing where the numbers are near to the mutant’s, not equal', async () => {
    const diagnosis = await diagnosisOf(rewritten({ mean: '1.0001 * total(x)' }));
    expect(diagnosis?.mistakes ?? []).toEqual([]);
  });

  it('names nothing where the code is right', async () => {
    expect(await verdictOn(rewritten({}))).toMatchObject({ kind: 'passed', diagnosis: null });
  });
});

describe('two mutants that are equal on the inputs', () => {
  const twin: Mutant = {
    mistake: 'takes the first number for 0',
    insteadOf: 'sum += x[i]',
    writes: 'sum += i === 0 ? 0 : x[i]',
    say: 'Your mean takes the first number for 0. Add it.',
  };

  it('are named together as a class', async () => {
    const both = withMutants(neverDivides, skipsFirst, twin);
    const diagnosis = await diagnosisOf(rewritten({ mean: '(total(x) - x[0]) / x.length' }), both);
    expect(diagnosis).toMatchObject({
      from: 'class',
      mistakes: [skipsFirst.mistake, twin.mistake],
    });
    expect(diagnosis?.say).toMatch(/more than one mistake.*leaves out.*Or: .*for 0/);
  });
});

describe('a pair of mutants', () => {
  it('is named where no single one fits', async () => {
    const wrong = rewritten({ mean: 'total(x)', centre: 'v + m' });
    const diagnosis = await diagnosisOf(wrong);
    expect(diagnosis).toMatchObject({
      from: 'pair',
      mistakes: [neverDivides.mistake, addsMean.mistake],
    });
    expect(diagnosis?.say).toBe(`Two things at once. ${neverDivides.say} ${addsMean.say}`);
  });

  it('is left alone where a single one explains the values', async () => {
    const wrong = mutate(solution, countsTooMany);
    expect(await diagnosisOf(wrong)).toMatchObject({ from: 'mutant' });
  });
});

describe('value checks and rejections', () => {
  it('are two groups: where the values are right, the guard is named', async () => {
    const diagnosis = await diagnosisOf(rewritten({ guard: '' }));
    expect(diagnosis).toMatchObject({ from: 'mutant', mistakes: [acceptsNothing.mistake] });
  });
});

describe('code that is still to be written', () => {
  const todo = (name: string) => `export function ${name}() { throw new Error('TODO: ${name}'); }`;

  it('says nothing about the stages before it', async () => {
    const source = `
      export function mean(x) { if (x.length === 0) throw new Error('empty'); return x.reduce((a, b) => a + b, 0); }
      ${todo('centre')} ${todo('summary')}
    `;
    const diagnosis = await diagnosisOf(source);
    expect(diagnosis).toMatchObject({ from: 'mutant', mistakes: [neverDivides.mistake] });
  });

  it('is no mistake itself', async () => {
    const starter = ['mean', 'centre', 'summary'].map(todo).join('\n');
    expect(await verdictOn(starter)).toMatchObject({ kind: 'missed', diagnosis: null });
  });

  it('is no mistake where the stages before it are right', async () => {
    const source = `
      export function mean(x) { return x.reduce((a, b) => a + b, 0) / x.length; }
      ${todo('centre')} ${todo('summary')}
    `;
    expect(await diagnosisOf(source)).toBe(null);
  });

  it('may be missing altogether', async () => {
    const source =
      "export function mean(x) { if (x.length === 0) throw new Error('empty'); return x.reduce((a, b) => a + b, 0); }";
    expect(await diagnosisOf(source)).toMatchObject({ mistakes: [neverDivides.mistake] });
  });
});

describe('NaN', () => {
  const notFinite: Mutant = {
    mistake: 'divides by nothing',
    insteadOf: 'sum / x.length',
    writes: '0 / 0',
    say: 'Your mean is 0 / 0. Divide by the length.',
  };
  const stumbles = rewritten({ mean: 'NaN' }).replace(
    'return x.map',
    "if (m !== m) throw new Error('what now'); return x.map",
  );

  it('may spread as it likes once the first failure is the same', async () => {
    const diagnosis = await diagnosisOf(stumbles, withMutants(neverDivides, notFinite));
    expect(diagnosis).toMatchObject({ from: 'mutant', mistakes: [notFinite.mistake] });
  });

  it('does not stand for a refusal that the code makes', async () => {
    const source = rewritten({}).replace(
      /centre = x => \{ .*?; const m = mean\(x\);/,
      'centre = x => { const m = total(x) / x.length;',
    );
    expect((await verdictOn(source)).kind).toBe('missed');
    expect((await diagnosisOf(source, withMutants(acceptsNothing)))?.mistakes ?? []).toEqual([]);
  });

  it('does not make another mistake of numbers', async () => {
    const source = rewritten({ centre: 'NaN' });
    expect(await diagnosisOf(source)).toBe(null);
  });
});

describe('a pattern of numbers', () => {
  it('is told where no mutant fits', async () => {
    const diagnosis = await diagnosisOf(rewritten({ centre: 'm - v' }));
    expect(diagnosis).toMatchObject({ from: 'symptom', mistakes: [] });
    expect(diagnosis?.say).toMatch(/wrong sign/);
  });
});

describe('what an earlier call left behind', () => {
  it('is told where a check passes on its own', async () => {
    const verdict = await verdictOn(`
      let longest = 0;
      export function mean(x) {
        if (x.length === 0) throw new Error('empty');
        longest = Math.max(longest, x.length);
        return x.reduce((a, b) => a + b, 0) / longest;
      }
      export const centre = x => { const m = mean(x); return x.map(v => v - m); };
      export const summary = x => ({ n: x.length, centred: centre(x) });
    `);
    const second = verdict.outcomes[1];
    expect(second).toMatchObject({ name: 'takes the mean of other numbers', state: 'missed' });
    expect(second).toHaveProperty(
      'failure.say',
      expect.stringContaining('In a fresh module this check passes'),
    );
  });

  it('is not blamed where a check fails on its own too', async () => {
    const { outcomes } = await verdictOn(rewritten({ centre: 'v + m' }));
    const missed = outcomes.find(outcome => outcome.state === 'missed');
    expect(missed).toHaveProperty('failure.say', expect.not.stringContaining('fresh module'));
  });
});

describe('code that draws lots', () => {
  /** One of three, in proportion to 1 : 2 : 5. */
  const drawing = `
    export function pick(random) {
      const weights = [1, 2, 5];
      let left = random() * 8;
      return weights.findIndex(weight => { left -= weight; return left < 0; });
    }
  `;
  const evenly: Mutant = {
    mistake: 'picks evenly',
    insteadOf: '[1, 2, 5]',
    writes: '[8 / 3, 8 / 3, 8 / 3]',
    say: 'Your picks are equally frequent. Weigh them.',
  };
  const backwards: Mutant = {
    mistake: 'weighs backwards',
    insteadOf: '[1, 2, 5]',
    writes: '[5, 2, 1]',
    say: 'Your picks are as frequent as the weights in reverse order. Turn them round.',
  };
  const picks: Count = value =>
    isVector(value) ? frequencies(value.map(i => ['Of all', `${i}`])) : null;
  const bench = (draw: Draw) => ({ seed: draw.integer(1, 1e9) });
  const lottery = (alike: boolean): Grader =>
    grader<{ pick(random: () => number): number }, typeof bench>({
      bench,
      checks: ({ holds }) => [
        holds(
          'picks in proportion',
          ({ pick }, { seed }) => {
            const next = random(seed);
            return Array.from({ length: 2000 }, () => pick(next));
          },
          fallsAsOften(
            picks,
            () => new Map([['Of all', new Map([['0', 1 / 8], ['1', 2 / 8], ['2', 5 / 8]])]]), // biome-ignore format: one line
            1e-6,
          ),
          alike ? { alike: alikeInFrequency(picks) } : {},
        ),
      ],
      mutants: [evenly, backwards],
    });
  const verdict = async (source: string, exercise = lottery(true)) =>
    (await grade({ grader: exercise, solution: drawing }, source, 3, inProcess(exercise))).verdict;

  it('passes where it uses other random numbers in another way', async () => {
    const rejection = `export function pick(random) {
      for (;;) {
        const i = Math.floor(random() * 3);
        if (random() * 5 < [1, 2, 5][i]) return i;
      }
    }`;
    expect(await verdict(rejection)).toMatchObject({ kind: 'passed' });
  });

  const fromTheEnd = (weights: string) => `export function pick(random) {
    const u = 1 - random();
    const [a, b] = ${weights};
    return u * 8 <= a ? 0 : u * 8 <= a + b ? 1 : 2;
  }`;

  it('is diagnosed by its frequencies, not by its numbers', async () => {
    const even = await verdict('export const pick = random => 2 - Math.floor(random() * 3);');
    expect(even).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [evenly.mistake] } });
    const reverse = await verdict(fromTheEnd('[5, 2, 1]'));
    expect(reverse).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [backwards.mistake] } });
  });

  it('is named nothing where its frequencies are its own', async () => {
    expect(await verdict(fromTheEnd('[2, 5, 1]'))).toMatchObject({
      kind: 'missed',
      diagnosis: null,
    });
  });

  it('is not recognised without a word on when two counts are alike', async () => {
    const source = 'export const pick = random => 2 - Math.floor(random() * 3);';
    expect(await verdict(source, lottery(false))).toMatchObject({ diagnosis: null });
  });
});

describe('a mistake in the values and another in the guards', () => {
  it('are both named, each proven by its own inputs', async () => {
    const diagnosis = await diagnosisOf(rewritten({ mean: 'total(x)', guard: '' }));
    expect(diagnosis).toMatchObject({
      from: 'pair',
      mistakes: [neverDivides.mistake, acceptsNothing.mistake],
    });
  });

  it('leave the guards out where no single mistake explains them', async () => {
    const diagnosis = await diagnosisOf(
      rewritten({ mean: 'total(x)', guard: 'if (x.length === 0) return x.nothing.at;' }),
      withMutants(neverDivides),
    );
    expect(diagnosis).toMatchObject({ from: 'mutant', mistakes: [neverDivides.mistake] });
  });
});
