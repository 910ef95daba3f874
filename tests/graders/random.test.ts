import { describe, expect, it } from 'vitest';
import { drawing, random } from '../../graders/random';

const draws = <T>(make: (draw: ReturnType<typeof drawing>) => T, n = 200): T[] => {
  const draw = drawing(5);
  return draw.times(n, () => make(draw));
};

describe('a seeded stream', () => {
  it('gives the same for the same seed, another for another', () => {
    const first = (seed: number) => [random(seed)(), drawing(seed).random()];
    expect(first(3)).toEqual(first(3));
    expect(first(3)[0]).toBe(first(3)[1]);
    expect(first(3)).not.toEqual(first(4));
  });

  it('gives whole numbers from the low to the high, both of them too', () => {
    expect(new Set(draws(draw => draw.integer(3, 5)))).toEqual(new Set([3, 4, 5]));
    expect(new Set(draws(draw => draw.integer(-2, 1)))).toEqual(new Set([-2, -1, 0, 1]));
    expect(new Set(draws(draw => draw.integer(7, 7)))).toEqual(new Set([7]));
  });

  it('gives numbers from the low up to the high', () => {
    const numbers = draws(draw => draw.uniform(-3, -1));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-3);
    expect(Math.max(...numbers)).toBeLessThan(-1);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThan(1.8);
  });

  it('picks every entry of a list sooner or later, and nothing else', () => {
    expect(new Set(draws(draw => draw.pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('shuffles a list into any order, and leaves it as it was', () => {
    const list = ['a', 'b', 'c'];
    const orders = new Set(draws(draw => draw.shuffle(list).join('')));
    expect(orders).toEqual(new Set(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']));
    expect(list).toEqual(['a', 'b', 'c']);
  });

  it('draws again until one is accepted, and no more often', () => {
    let made = 0;
    const next = () => {
      made += 1;
      return made;
    };
    const draw = drawing(1);
    expect(draw.until(next, () => true)).toBe(1);
    expect(made).toBe(1);
    expect(draw.until(next, value => value >= 6)).toBe(6);
    expect(made).toBe(6);
  });

  it('takes the last draw after 400 that were not accepted', () => {
    let made = 0;
    const last = drawing(1).until(
      () => {
        made += 1;
        return made;
      },
      () => false,
    );
    expect([last, made]).toEqual([400, 400]);
  });
});
