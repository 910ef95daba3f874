import { describe, expect, it } from 'vitest';
import {
  alikeInFrequency,
  type Count,
  fallsAsOften,
  frequencies,
  logBinomialTail,
  logFisherTail,
  type Odds,
} from '../../graders/chance';
import type { Evidence } from '../../graders/laws';
import { random } from '../../graders/random';
import { isVector, type Value } from '../../graders/value';
import golden from '../golden/chance.json';

const evidence = (bench: Odds): Evidence<Odds> => ({
  bench,
  expected: [],
  reference: { calls: [] },
  learner: { calls: [] },
});

/** Numbers of faces, as thrown. */
const faces: Count = value =>
  isVector(value) ? frequencies(value.map(face => ['Thrown', `face ${face}`])) : null;
const odds = (probabilities: number[]): Odds =>
  new Map([['Thrown', new Map(probabilities.map((p, i) => [`face ${i}`, p]))]]);
const throws = (probabilities: number[], n: number, next: () => number) =>
  Array.from({ length: n }, () => {
    let left = next();
    return probabilities.findIndex((p, i) => {
      left -= p;
      return left < 0 || i === probabilities.length - 1;
    });
  });
const law = (error: number) => fallsAsOften<Odds>(faces, bench => bench, error);

describe('the binomial tail', () => {
  it.each(golden.binomial)('is exact for $hits of $trials at $probability', one => {
    expect(logBinomialTail(one.hits, one.trials, one.probability)).toBeCloseTo(one.logTail, 8);
  });

  it('gives the figure of the tables: 5 heads or fewer in 20 tosses, 0.0207', () => {
    expect(Math.exp(logBinomialTail(5, 20, 0.5))).toBeCloseTo(0.0207, 4);
  });

  it('is certain or impossible where the probability is 0 or 1', () => {
    expect(logBinomialTail(0, 9, 0)).toBe(0);
    expect(logBinomialTail(1, 9, 0)).toBe(-Infinity);
    expect(logBinomialTail(9, 9, 1)).toBe(0);
    expect(logBinomialTail(8, 9, 1)).toBe(-Infinity);
    expect(logBinomialTail(0, 0, 0.4)).toBe(0);
  });
});

describe('Fisher’s tail', () => {
  it.each(golden.fisher)('is exact for $hitsA of $trialsA beside $hitsB of $trialsB', one => {
    const tail = logFisherTail(one.hitsA, one.trialsA, one.hitsB, one.trialsB);
    expect(tail).toBeCloseTo(one.logTail, 8);
  });

  it('gives the figures of his own examples: the tea, 1/70 and 17/70; the twins, 0.000465', () => {
    expect(Math.exp(logFisherTail(4, 4, 0, 4))).toBeCloseTo(1 / 70, 12);
    expect(Math.exp(logFisherTail(3, 4, 1, 4))).toBeCloseTo(17 / 70, 12);
    expect(Math.exp(logFisherTail(10, 13, 2, 17))).toBeCloseTo(0.000465, 6);
  });
});

describe('fallsAsOften', () => {
  const fair = [0.05, 0.15, 0.3, 0.5];

  it('turns right runs away no more often than it may', () => {
    const next = random(17);
    const runs = 20_000;
    let rejected = 0;
    for (let t = 0; t < runs; t += 1) {
      if (law(0.05)(throws(fair, 60, next), evidence(odds(fair)))) rejected += 1;
    }
    // The promise is 5 % at most; the tails are discrete, so it is less.
    expect(rejected / runs).toBeLessThan(0.05);
    expect(rejected / runs).toBeGreaterThan(0.01);
  });

  it('never turned a right run away at one in a million', () => {
    const next = random(18);
    for (let t = 0; t < 1000; t += 1) {
      expect(law(1e-6)(throws(fair, 400, next), evidence(odds(fair)))).toBe(null);
    }
  });

  it.each([
    ['square roots of the weights', [0.124, 0.214, 0.303, 0.359]],
    ['squares of the weights', [0.007, 0.062, 0.247, 0.684]],
    ['equal chances', [0.25, 0.25, 0.25, 0.25]],
    ['the likeliest always', [0, 0, 0, 1]],
  ])('turns %s away in each of 200 runs', (_, wrong) => {
    const next = random(19);
    for (let t = 0; t < 200; t += 1) {
      expect(law(1e-6)(throws(wrong, 2000, next), evidence(odds(fair)))).not.toBe(null);
    }
  });

  it('says which outcome is off, how often it came and how often it should', () => {
    const thrown = [...Array(300).fill(0), ...Array(50).fill(1), ...Array(50).fill(2)];
    expect(law(1e-6)(thrown, evidence(odds([0.5, 0.25, 0.25])))).toMatchObject({
      say: 'Thrown, face 0 came 300 times in 400 draws, where about 200 are to be expected.',
      received: 300,
      expected: 200,
      by: 100,
    });
  });

  it('turns away what should never come, and what never came', () => {
    const once = law(1e-6)([0, 0, 1, 0, 5], evidence(odds([0.5, 0.5])));
    expect(once?.say).toBe('Thrown, face 5 came once, and should never come.');
    expect(law(1e-6)(Array(60).fill(0), evidence(odds([1, 0])))).toBe(null);
    expect(law(1e-6)(Array(60).fill(1), evidence(odds([0.5, 0.5])))).not.toBe(null);
  });

  it.each<[string, Value]>([
    ['nothing', undefined],
    ['a word', 'often'],
    ['a hole', [0, undefined]],
  ])('is broken by %s', (_, value) => {
    expect(law(1e-6)(value, evidence(odds(fair)))?.say).toMatch(/\.$/);
  });
});

describe('alikeInFrequency', () => {
  const alike = alikeInFrequency(faces);
  const fair = [0.05, 0.15, 0.3, 0.5];

  it('calls two runs of the same odds alike, whatever their lengths', () => {
    const next = random(20);
    for (let t = 0; t < 500; t += 1) {
      expect(alike(throws(fair, 300, next), throws(fair, 500, next))).toBe(true);
    }
  });

  it('tells other odds apart', () => {
    const next = random(21);
    const others = [0.124, 0.214, 0.303, 0.359];
    for (let t = 0; t < 200; t += 1) {
      expect(alike(throws(fair, 3000, next), throws(others, 3000, next))).toBe(false);
    }
  });

  it('has no say where a condition was met by one side only', () => {
    const by =
      (name: string): Count =>
      value =>
        isVector(value) ? frequencies(value.map(face => [`${name} ${face > 1}`, `${face}`])) : null;
    expect(alikeInFrequency(by('high'))([0, 0, 0, 0], [2, 2, 2, 2])).toBe(true);
  });

  it('compares what is no list of picks as it is', () => {
    expect(alike(undefined, undefined)).toBe(true);
    expect(alike('a', 'b')).toBe(false);
    expect(alike([0, 1], 'b')).toBe(false);
  });
});
