import { describe, expect, test } from 'vitest';
import { inMarkdown } from '../../src/rehearsal/paper';
import {
  emptyIn,
  freshPitch,
  gateOf,
  isPitchBlank,
  lacksBaseline,
  PITCH_LENGTHS,
  PITCH_PARTS,
  type Pitch,
  type PitchTexts,
  partsOfPitch,
  pitchFrom,
  pitchOnPaper,
} from '../../src/rehearsal/pitch';

const fresh = freshPitch(7);
const full = Object.fromEntries(PITCH_PARTS.map(part => [part, `About ${part}.`])) as PitchTexts;
const pitch: Pitch = { ...fresh, title: 'Tickets', texts: { ...fresh.texts, 150: full } };

describe('a pitch', () => {
  test('of two and a half minutes has the boxes of the card, the others in proportion', () => {
    expect(partsOfPitch(150).map(({ seconds }) => seconds)).toEqual([20, 25, 35, 25, 20, 20, 5]);
    for (const length of PITCH_LENGTHS) {
      const seconds = partsOfPitch(length).map(part => part.seconds);
      expect(seconds.reduce((a, b) => a + b)).toBeCloseTo(length);
      expect(seconds[2] / seconds[0]).toBeCloseTo(35 / 20);
    }
  });

  test.each([
    [119, false, 1],
    [120, true, 0],
    [180, true, 0],
    [195, false, 15],
  ])('of %i seconds is within its gate: %s', (total, within, off) => {
    expect(gateOf({ at: 1, length: 150, seconds: [total - 60, 60] })).toEqual({ within, off });
  });

  test('of another length has no gate', () => {
    expect(gateOf({ at: 1, length: 30, seconds: [90] })).toBeNull();
  });

  test('notes a metric without a baseline, also one that stands in the text only', () => {
    expect(lacksBaseline(pitch)).toBe(false);
    expect(lacksBaseline({ ...pitch, metric: '74 % right' })).toBe(true);
    expect(lacksBaseline({ ...pitch, metric: '74 % right', baseline: '62 % by rules' })).toBe(
      false,
    );
    const told = { ...fresh.texts, 30: { ...fresh.texts[30], result: '74 % were right' } };
    expect(lacksBaseline({ ...pitch, texts: told })).toBe(true);
  });

  test('tells the parts of a length in which nothing stands', () => {
    expect(emptyIn(fresh, 150)).toHaveLength(7);
    expect(emptyIn(pitch, 150)).toHaveLength(0);
    expect([fresh, pitch].map(isPitchBlank)).toEqual([true, false]);
  });

  test('is read as Markdown, only the lengths that are written', () => {
    const text = inMarkdown([pitchOnPaper(pitch)]);
    expect(text).toMatch(/^# Tickets\n\n## The main number\n\n- Metric: none yet\n/);
    expect(text).toContain('## 150 seconds\n\n### Problem, and who cared\n\nAbout problem.');
    expect(text).not.toContain('10 minutes');
  });

  test('from a copy has its form, whatever the copy holds', () => {
    expect(pitchFrom({ texts: { 30: 4 }, goes: [{ at: 1, seconds: [1], length: 31 }] }, 7)).toEqual(
      fresh,
    );
    const told = { ...pitch, goes: [{ at: 1, seconds: [1], length: 30 as const }] };
    expect(pitchFrom(JSON.parse(JSON.stringify(told)), 7)).toEqual(told);
  });
});
