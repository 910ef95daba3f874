import { expect, test } from 'vitest';
import { examplesIn } from '../../tools/prompt-examples.mjs';

const fenced = (code: string, lang = 'ts') => `Words.\n\n\`\`\`${lang}\n${code}\n\`\`\`\n`;

test('finds a statement with its value and what was set up before it', () => {
  const code =
    'const X = [[0, 0]]; // [n][d]\nassign(X, [[1, 0]]);\n// → [0]\nassign(X, X); // → [0]';
  expect(examplesIn(fenced(code))).toEqual([
    {
      line: 5,
      setup: 'const X = [[0, 0]]; // [n][d]\n',
      code: 'assign(X, [[1, 0]])',
      expected: [0],
    },
    {
      line: 7,
      setup: 'const X = [[0, 0]]; // [n][d]\nassign(X, [[1, 0]]);\n// → [0]\n',
      code: 'assign(X, X)',
      expected: [0],
    },
  ]);
});

test('reads values over several lines, with every kind of literal', () => {
  const code = `fit(X,
  y)
// → {
//   weights: [-1.5, 2e-3], 'bias': 0,
//   status: 'converged', best: null, ok: true, worst: -Infinity, none: NaN,
// }`;
  expect(examplesIn(fenced(code))[0]?.expected).toEqual({
    weights: [-1.5, 0.002],
    bias: 0,
    status: 'converged',
    best: null,
    ok: true,
    worst: -Infinity,
    none: NaN,
  });
});

test('leaves blocks of other languages, and statements without a value, alone', () => {
  expect(examplesIn(fenced('f(1)\n// → 1', 'js'))).toEqual([]);
  expect(examplesIn(fenced('const a: number = 1;\n// a comment\nf(a);'))).toEqual([]);
});

test('names the line of a value that is not a literal', () => {
  expect(() => examplesIn(fenced('f(1);\n// → g(2)'))).toThrow('line 5: not a literal: g(2)');
  expect(() => examplesIn(fenced('f(1);\n// → [1, 2'))).toThrow(/^line \d+: /);
  expect(() => examplesIn(fenced('const a = 1;\n// → 1'))).toThrow('line 4: only a call');
  expect(() => examplesIn(fenced('f(1;'))).toThrow('line 4: ');
});
