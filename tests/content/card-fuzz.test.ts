import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContentError } from '../../tools/content/problems.mjs';
import { readCard, TYPES } from '../../tools/content/read-card.mjs';

const root = join(import.meta.dirname, '..', '..', 'exercises', 'rehearsal');
/** One card of each type as it is … */
const whole = Object.keys(TYPES).map(type => {
  const [name] = readdirSync(join(root, type));
  const file = `${type}/${name}`;
  return { file, text: readFileSync(join(root, file), 'utf8') };
});
/** … and all that a card must have, and no more: most of what is drawn grows from it, and is read quickly. */
const SMALL = {
  file: 'breadth/mean.md',
  text: `---
title: The mean
number: 1
minutes: 1
topic: statistics
levels: [mid]
roles: [all]
exercises: []
sources: [Any textbook]
numbers: [2 / 3 = 0.667]
---

What is $\\bar x$?

## Other ways it is asked

- And for two?

## Follow-ups

- Why?

## Key points

- ★ The sum over $n$.
- For 0 and 1 and 1 it is 0.667.
- It need not be a value.

## Traps

- ✗ The middle one.

## Checks

- Of 1 and 2? \`3 / 2\` ± 0.1
`,
};

/** What a card is made of, and what has no place in one. */
const PIECES = [
  ...['---', '## Key points', '## Traps', '## Checks', '## Rubric', '## Ladder', '## Answer'],
  ...['## constructor', '## __proto__', '### Setup', '# x', '- ★ a', '- ✗ b', '1. a\n2. b\n3. c'],
  ...['- How many? `1 + 1` ± 0.1', '- `1/0` ± 1', '- x `import("fs")` ± 1 %', '- `f(x) = x` ± 0'],
  ...['title: x', 'number: .inf', 'levels: &a [*a]', '__proto__: {}', 'numbers:\n  - 1 + 1 = 3'],
  ...['numbers:\n  - "x = x = 1"', '<<: *a', '!!js/function x', '$x$', '$$', '$\\frac$', '0.1234'],
  ...['<script>', '| a |\n|---|', '```', '\0', '\uFEFF', '\r\n', '\uD800', '12 345'],
];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
/** Lines are edited in the front matter and what follows it closely as often as in the rest. */
const edit = fc.tuple(fc.oneof(fc.nat(40), fc.nat()), fc.nat(6), fc.nat(2), piece);

const changed = fc

  .tuple(
    fc.oneof({ weight: 19, arbitrary: fc.constant(SMALL) }, fc.constantFrom(...whole)),
    fc.array(edit, { minLength: 1, maxLength: 4 }),
  )
  .map(([{ file, text }, edits]) => {
    const lines = text.split('\n');
    for (const [at, length, back, put] of edits) {
      const place = at % lines.length;
      const cut = lines.splice(place, length);
      if (back > 0) lines.splice(place, 0, ...cut, ...(back === 2 ? cut : []));
      lines.splice(place, 0, put);
    }
    return { file, text: lines.join('\n') };
  });
const assembled = fc
  .tuple(fc.constantFrom(SMALL, ...whole), fc.array(piece, { maxLength: 20 }))
  .map(([{ file }, pieces]) => ({ file, text: pieces.join('\n\n') }));

test('ten thousand cards that were changed, or put together of anything, are read or complained of by line', () => {
  let wrong = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: changed }, assembled), ({ file, text }) => {
      try {
        const card = readCard(text, file);
        expect(JSON.stringify(card)).not.toMatch(/<script|href=\\"javascript/i);
        expect(card.points.some((point: { critical: boolean }) => point.critical)).toBe(true);
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        wrong += 1;
        expect(error.line).toBeGreaterThanOrEqual(1);
        expect(error.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
        expect(error.message.startsWith(`${file}:`)).toBe(true);
      }
    }),
    { numRuns: 10_000, seed: 1 },
  );
  expect(wrong).toBeGreaterThan(1000);
  expect(wrong).toBeLessThan(9900);
});
