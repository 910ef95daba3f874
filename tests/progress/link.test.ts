import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LinkRefused, linkTo, readLink } from '../../src/progress/transfer/link';

const ADDRESS = 'https://scratchwork.example/exercises/k-means';
const fragmentOf = (link: string) => link.slice(link.indexOf('#'));
const carrying = (bytes: Uint8Array) => `#code=${Buffer.from(bytes).toString('base64url')}`;

/** A text, or why there is none; anything else that is thrown fails the test. */
async function outcome(fragment: string): Promise<string | null | LinkRefused> {
  try {
    return await readLink(fragment);
  } catch (error) {
    if (error instanceof LinkRefused) return error;
    throw error;
  }
}

describe('a link', () => {
  test('brings the text over as it was, whatever its letters', async () => {
    for (const text of ['', 'a', '\uFEFFconst ŷ = 1;\r\n\t// 🦉\0\u2028', 'x'.repeat(200_000)]) {
      const link = await linkTo(ADDRESS, text);
      expect(link).toMatch(/^https:\/\/scratchwork\.example\/exercises\/k-means#code=[\w-]+$/);
      expect(await readLink(fragmentOf(link))).toBe(text);
    }
  });

  test('is not made of a text that is too long', async () => {
    await expect(linkTo(ADDRESS, 'x'.repeat(200_001))).rejects.toThrow(LinkRefused);
    await expect(linkTo(ADDRESS, '🦉'.repeat(50_001))).rejects.toThrow(/too long for a link/);
  });

  test('without code carries nothing', async () => {
    for (const fragment of ['', '#', '#results', '#codes=abc', 'code=abc'])
      expect(await readLink(fragment)).toBeNull();
  });

  test('that was cut off, changed or made of other bytes is refused with what to do', async () => {
    const whole = fragmentOf(await linkTo(ADDRESS, 'export function assign() {}\n'.repeat(3)));
    const broken = [
      '#code=',
      '#code=%00',
      '#code=a b',
      `${whole}.`,
      ...Array.from({ length: whole.length - 7 }, (_, i) => whole.slice(0, 7 + i)),
      carrying(deflateRawSync(Buffer.from([0xff, 0xfe, 0x41]))),
      carrying(new Uint8Array(40)),
    ];
    for (const fragment of broken)
      await expect(readLink(fragment)).rejects.toThrow(/^The code in this link is damaged/);
  });

  test('that would unpack to a hundred megabytes is cut at the cap', async () => {
    const bomb = carrying(deflateRawSync(Buffer.alloc(2 ** 27), { level: 9 }));
    await expect(readLink(bomb)).rejects.toThrow(/^This link carries more than any solution holds/);
    await expect(readLink(`#code=${'A'.repeat(2 ** 24)}`)).rejects.toThrow(/carries more/);
  });
});

describe('ten thousand links', () => {
  test('of any text come back as the text', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(text, async text => {
        expect(await readLink(fragmentOf(await linkTo(ADDRESS, text)))).toBe(text);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });

  test('of any bytes give a text or a sentence, and never another error', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    const fragment = fc.oneof(
      fc.string({ unit: 'binary' }).map(tail => `#code=${tail}`),
      fc.base64String().map(tail => `#code=${tail}`),
      bytes.map(carrying),
      bytes.map(raw => carrying(deflateRawSync(raw))),
      // A whole link in which one byte was changed.
      fc
        .tuple(bytes, fc.nat(), fc.nat(255))
        .map(([raw, at, byte]) => carrying(deflateRawSync(raw).with(at % 2, byte))),
      fc.string(),
    );
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fragment, async fragment => {
        const found = await outcome(fragment);
        if (found instanceof LinkRefused) refused += 1;
        else expect(found === null || found.length <= 200_000).toBe(true);
      }),
      { numRuns: 10_000, seed: 2 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});
