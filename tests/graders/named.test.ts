import { describe, expect, it } from 'vitest';
import { named, nameOf } from '../../graders/named';
import { printCall, printValue } from '../../graders/print';
import { Strange } from '../../graders/value';

describe('a named function', () => {
  it('is the function itself, with nothing put on it', () => {
    const f = (x: number) => x + 1;
    const before = Reflect.ownKeys(f);
    expect(named('x ↦ x + 1', f)).toBe(f);
    expect(Reflect.ownKeys(f)).toEqual(before);
    expect(nameOf(f)).toBe('x ↦ x + 1');
  });

  it.each([
    ['a function without a name', () => 1],
    ['a text', 'x ↦ x'],
    ['nothing', undefined],
    ['an object', {}],
  ])('is not %s', (_, value) => {
    expect(nameOf(value)).toBeUndefined();
  });

  it.each([['', 0], ['x'.repeat(101), 101]])('refuses a name that no line holds', (name, n) => {
    expect(() => named(name, () => 1)).toThrow(`a name of ${n} characters`);
  }); // biome-ignore format: two rows
});

describe('a printed call', () => {
  it('reads as its author wrote it', () => {
    const args = [new Strange('p ↦ x² y + sin y'), [2, 1], { step: 0.5 }];
    expect(printCall({ name: 'numericalGradient', args })).toBe(
      'numericalGradient(p ↦ x² y + sin y, [2, 1], { step: 0.5 })',
    );
  });

  it('cuts what cannot be data where it is longer than any name', () => {
    expect(printValue(new Strange('x'.repeat(5000)))).toBe(`${'x'.repeat(120)}…`);
    expect(printValue(new Strange('y'.repeat(100)), 30)).toBe('y'.repeat(100));
  });
});
