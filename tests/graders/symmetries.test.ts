import { describe, expect, it } from 'vitest';
import { relabelling, sign } from '../../graders/symmetries';

describe('sign', () => {
  it('turns a vector that points the other way', () => {
    expect(sign([-1, -2], [1, 2])).toEqual([1, 2]);
  });

  it('turns each row of a matrix on its own', () => {
    expect(sign([[-1, 0], [0, 1]], [[1, 0], [0, 1]])).toEqual([[1, -0], [0, 1]]); // biome-ignore format: matrices
  });

  it('leaves alone what points the right way, or stands at a right angle', () => {
    expect(sign([3, -1], [3, 1])).toEqual([3, -1]);
    expect(sign([0, -1], [1, 0])).toEqual([0, -1]);
  });

  it('cannot make 5.5 equal −5.5 in one entry of a row', () => {
    expect(sign([1, 9, 5.5], [1, 9, -5.5])).toEqual([1, 9, 5.5]);
  });

  it('hands back what has another form', () => {
    expect(sign(3, [1])).toBe(3);
    expect(sign(undefined, [1])).toBe(undefined);
    expect(sign([[1], ['x']], [[-1]])).toEqual([[-1], ['x']]);
    expect(sign([-1], [1, 2])).toEqual([1]);
    expect(sign([[-1], 'x', [-2], [-3]], [[1], [1], 'x'])).toEqual([[1], 'x', [-2], [-3]]);
    expect(sign([[-1], undefined], [1, [1]])).toEqual([[-1], undefined]);
  });
});

describe('relabelling', () => {
  it('renames groups one to one', () => {
    expect(relabelling([7, 7, 3, 9], [0, 0, 1, 2])).toEqual([0, 0, 1, 2]);
    expect(relabelling([1, 0, 1], [0, 1, 0])).toEqual([0, 1, 0]);
  });

  it('does not make one group of two', () => {
    expect(relabelling([0, 1, 2], [0, 0, 1])).not.toEqual([0, 0, 1]);
  });

  it('does not make two groups of one', () => {
    expect(relabelling([4, 4, 4], [0, 0, 1])).not.toEqual([0, 0, 1]);
  });

  it('does not move a point to another group', () => {
    expect(relabelling([0, 1, 1, 0], [0, 0, 1, 1])).not.toEqual([0, 0, 1, 1]);
  });

  it('gives a group the name of the place where it first appears, and keeps to it', () => {
    expect(relabelling([0, 0, 1], [0, 1, 1])).toEqual([0, 0, 1]);
    expect(relabelling([5, 5, 6, 6], [2, 1, 1, 2])).toEqual([2, 2, 1, 1]);
  });

  it('keeps the length and hands back what is no list of numbers', () => {
    expect(relabelling([5], [1, 2])).toEqual([1]);
    expect(relabelling([5, 6], [1])).toEqual([1, Number.NaN]);
    expect(relabelling('x', [1])).toBe('x');
  });
});
