import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentError } from '../../tools/content/problems.mjs';
import { readPrompt } from '../../tools/content/read-prompt.mjs';

const root = join(import.meta.dirname, '..', '..', 'exercises', 'code');
const prompts = readdirSync(root).map(slug => readFileSync(join(root, slug, 'prompt.md'), 'utf8'));

/** All that a prompt must have, and no more: most of what is drawn grows from it, and is read quickly. */
const SMALL = `Write \`sum\`, with $s = \\sum_i x_i$.

## Hints

1. One
2. Two
3. Three

## Follow-ups

### Why?

- Because of $n$

### How?

- So

## Cost

$O(n)$

## In Python

\`\`\`python
sum(x)
\`\`\`

The same.
`;

/** What a prompt is made of, and what has no place in one. */
const PIECES = [
  ...['## Hints', '## Follow-ups', '## Cost', '## In Python', '## constructor', '## __proto__'],
  ...['##', '### ', '# ', '### Why?', '1. One\n2. Two\n3. Three', '- a', '0. x', '- [ ] b'],
  ...[
    '```python\nx = 1\n```',
    '```python',
    '```',
    '~~~ts\n`',
    '$x$',
    '$$',
    '$$\nx\n$$',
    '$\\frac$',
  ],
  ...['$\\href{javascript:alert(1)}{x}$', '$\\def\\a{\\a\\a}\\a$', '$\\textit{x}$', '$ŷ$', '${'],
  ...[`$${'{'.repeat(2000)}$`, `$${'\\sqrt{'.repeat(2000)}${'}'.repeat(2000)}$`, '> '.repeat(300)],
  ...['<script>', '<!--', '<b>x</b>', '&lt;', '[a]: b', '[a][]', '[^1]: n', '[^1]', '![](x)'],
  ...[
    '| a | b |\n|---|---|\n| $x$ | `|` |',
    '***',
    '---',
    '\t',
    '\0',
    '\uFEFF',
    '\r\n',
    '\\',
    '\uD800',
  ],
];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** A prompt in which something was cut, moved, doubled or put in. */
const changed = fc
  .tuple(
    fc.oneof({ weight: 19, arbitrary: fc.constant(SMALL) }, fc.constantFrom(...prompts)),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.nat(2), piece), { minLength: 1, maxLength: 4 }),
  )
  .map(([prompt, edits]) => {
    const lines = prompt.split('\n');
    for (const [at, length, back, text] of edits) {
      const place = at % lines.length;
      const cut = lines.splice(place, length);
      if (back > 0) lines.splice(place, 0, ...cut, ...(back === 2 ? cut : []));
      lines.splice(place, 0, '', text, '');
    }
    return lines.join('\n');
  });
const assembled = fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join('\n\n'));

/** What is wrong with a text, or null. @throws whatever is no complaint about a prompt */
function complaint(text: string): ContentError | null {
  try {
    const { hints, followUps, ...words } = readPrompt(text, 'prompt.md');
    expect(hints).toHaveLength(3);
    expect([2, 3]).toContain(followUps.length);
    for (const html of [...hints, ...Object.values(words)]) {
      expect(typeof html).toBe('string');
      expect(html).not.toMatch(/<script|href="javascript/i);
    }
    return null;
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
}

describe('ten thousand prompts', () => {
  test('that were changed, or put together of anything, are read or complained of by line', () => {
    let wrong = 0;
    let right = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: changed }, assembled), text => {
        const found = complaint(text);
        if (!found) {
          right += 1;
          return;
        }
        wrong += 1;
        expect(found.line).toBeGreaterThanOrEqual(1);
        expect(found.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
        expect(found.message).toMatch(/^prompt\.md:\d+: /);
      }),
      { numRuns: 10_000, seed: 1 },
    );
    expect(wrong).toBeGreaterThan(1000);
    expect(right).toBeGreaterThan(100);
  });

  test('as they are have nothing wrong with them', () => {
    expect([SMALL, ...prompts].map(complaint)).toEqual([null, ...prompts.map(() => null)]);
  });
});

test('a heading named like a part of every object is no section', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    const [prompt] = prompts as [string];
    const { prompt: html } = readPrompt(`## ${name}\n\nWords.\n\n${prompt}`, 'prompt.md');
    expect(html).toContain(`${name.replaceAll('_', '')}`);
  }
});
