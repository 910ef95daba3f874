import { describe, expect, it } from 'vitest';
import { MOST, readSketch, writeSketch } from '../../src/whiteboard/sketch-text';

const BOX = { type: 'rectangle', id: 'a', x: 0, y: 0, width: 10, height: 10 };
const file = (...elements: unknown[]) => JSON.stringify({ type: 'excalidraw', elements });

describe('a sketch', () => {
  it('is read as it was written', () => {
    const line = {
      ...BOX,
      type: 'arrow',
      id: 'b',
      points: [
        [0, 0],
        [5, 5],
      ],
      endArrowhead: 'arrow',
    };
    const text = { ...BOX, type: 'text', id: 'c', text: 'σ', fontFamily: 6 };
    const elements = [BOX, line, text] as { type: string }[];
    expect(readSketch(writeSketch(elements))).toEqual(elements);
  });

  it('leaves out what was erased, and what is no drawing', () => {
    const written = writeSketch([{ ...BOX, isDeleted: true } as never, { type: 'image' }]);
    expect(readSketch(written)).toEqual([]);
  });

  it('takes over no links, and no pictures or foreign pages', () => {
    const linked = { ...BOX, link: 'https://elsewhere.test', customData: { a: 1 } };
    expect(readSketch(file(linked, { type: 'image' }, { type: 'embeddable' }))).toEqual([BOX]);
  });

  it('gives a typeface that is not here another one', () => {
    const text = { ...BOX, type: 'text', text: 'a', fontFamily: 3 };
    expect(readSketch(file(text))).toEqual([{ ...text, fontFamily: 6 }]);
  });

  it.each([
    ['no JSON', 'null pointer'],
    ['another kind of file', '{"type":"scratchwork-export"}'],
    ['null', 'null'],
    ['an element that is a number', file(7)],
    ['an element that is nothing', file(null)],
    ['a width that is no number', file({ ...BOX, width: '10' })],
    ['a place beyond all bounds', file({ ...BOX, x: 1e300 })],
    ['a line without points', file({ ...BOX, type: 'line', points: [] })],
    ['a point of one number', file({ ...BOX, type: 'line', points: [[1]] })],
    [
      'a colour that asks for a file',
      file({ ...BOX, strokeColor: 'url(https://elsewhere.test/)' }),
    ],
    ['a text that is no text', file({ ...BOX, type: 'text', text: 7 })],
    ['more than is allowed', file({ ...BOX, type: 'text', text: 'x'.repeat(MOST) })],
  ])('is not read from %s', (_, text) => {
    expect(readSketch(text)).toBeNull();
  });
});
