import { describe, expect, test } from 'vitest';
import { numbersIn, secondsFor, voicesIn, wordsIn } from '../../src/rehearsal/spoken';

describe('what is counted in a text', () => {
  test.each([
    ['', 0],
    ['  \n', 0],
    ['I decided.', 2],
    ["We don't re-train, we'd drift: 9 % more – 30,000 cases", 9],
    ['état, naïve, Übung', 3],
  ])('the words of %j are %i', (text, words) => {
    expect(wordsIn(text)).toBe(words);
  });

  test('a word takes 0.4 to 0.46 seconds', () => {
    expect(secondsFor(150)[0]).toBe(60);
    expect(secondsFor(130)[1]).toBe(60);
  });

  test('“I” and “we” with their short forms, and no letters of other words', () => {
    expect(voicesIn("I asked. I'd said I’ve seen it; I/O is none, nor is it, AI or III.")).toEqual({
      i: 3,
      we: 0,
    });
    expect(voicesIn('We aligned, we’ve met and we’re fine. Well, the web went on.')).toEqual({
      i: 0,
      we: 3,
    });
  });

  test.each([
    ['9 % more fraud, from 30 000 to 31,200 cases', ['9 %', '30 000', '31,200']],
    ['recall 0.61, not 61%; p99, F1, k8s and v2 are names', ['0.61', '61%']],
    ['in 20 ms, then in 20 ms again', ['20']],
    ['It took 3 days. 5 people helped.', ['3', '5']],
    ['no number', []],
  ])('the numbers of %j', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });
});
