import { describe, expect, it } from 'vitest';
import { clock, formatOf, loudness, refusal } from '../../src/whiteboard/recording';

describe('a recording', () => {
  it('tells its time in minutes and seconds', () => {
    expect([0, 999, 61_000, 3_600_000].map(clock)).toEqual(['0:00', '0:00', '1:01', '60:00']);
  });

  it('is written in the first format that the browser knows, or in the browser’s own', () => {
    expect(formatOf(type => type.startsWith('audio/mp4'))).toBe('audio/mp4');
    expect(formatOf(() => true)).toBe('audio/webm;codecs=opus');
    expect(formatOf(() => false)).toBeUndefined();
  });

  it('is as loud as an ear has it', () => {
    const tone = (height: number) =>
      Float32Array.from({ length: 1024 }, (_, i) => (i % 2 ? height : -height));
    expect(loudness(tone(0))).toBe(0);
    expect(loudness(tone(0.001))).toBeCloseTo(0, 5);
    expect(loudness(tone(0.0316))).toBeCloseTo(0.5, 2);
    expect(loudness(tone(1))).toBeCloseTo(1, 5);
  });

  it.each(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'TypeError'])(
    'that is refused with %s says what to do next',
    name => {
      expect(refusal(name)).toMatch(/press Record again\.$/);
    },
  );
});
