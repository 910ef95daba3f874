import { describe, expect, it } from 'vitest';
import type { Compiled } from '../../graders/grade';
import { libraryImports } from '../../src/sandbox/stand-alone';
import { transpile } from '../../src/sandbox/transpile';

function jsOf(compiled: Compiled): string {
  if ('problems' in compiled) throw new Error(compiled.problems.map(p => p.message).join('; '));
  return compiled.js;
}

function problemsOf(compiled: Compiled) {
  if ('js' in compiled) throw new Error(`compiled: ${compiled.js}`);
  return compiled.problems;
}

async function evaluate(source: string): Promise<Record<string, unknown>> {
  const js = jsOf(await transpile(source));
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(js)}`);
}

const TYPED = `/** Adds. */
interface Point {
  x: number;
  y?: number;
}

type Pair<T> = [
  T,
  T,
];

export function add(
  { x, y = 0 }: Point,
  scale: number = 1,
): number {
  const pair = [x, y] as Pair<number>;
  return scale * (pair[0]! + pair[1]);
}
`;

describe('transpile', () => {
  it('keeps every line in its place', async () => {
    const lines = jsOf(await transpile(TYPED)).split('\n');
    const source = TYPED.split('\n');
    expect(lines).toHaveLength(source.length);
    for (const word of ['export function add(', 'const pair', 'return scale']) {
      expect(lines.findIndex(line => line.includes(word))).toBe(
        source.findIndex(line => line.includes(word)),
      );
    }
  });

  it('leaves a module that does what the source says', async () => {
    const { add } = await evaluate(TYPED);
    expect((add as (p: object, s: number) => number)({ x: 2, y: 3 }, 2)).toBe(10);
  });

  it('keeps line ends of Windows', async () => {
    expect(jsOf(await transpile('const a: number = 1\r\nexport { a }\r\n'))).toBe(
      'const a = 1\r\nexport { a }\r\n',
    );
  });

  it('places a syntax error by line and column, without repeating them in the message', async () => {
    const [problem] = problemsOf(await transpile('export function f() {\n  return 1 +;\n}'));
    expect(problem).toEqual({ message: 'Unexpected token.', line: 2, column: 13 });
  });

  it('reports an unterminated string where it begins', async () => {
    const [problem] = problemsOf(await transpile('\nconst a = "abc'));
    expect(problem).toEqual({ message: 'Unterminated string constant.', line: 2, column: 11 });
  });

  it.each([
    ['import { pi } from "mathjs";', '"mathjs" cannot be imported'],
    ['import "./effects";', '"./effects" cannot be imported'],
    ['import * as m from "m";', '"m" cannot be imported'],
    ['export * from "./other";', '"./other" cannot be re-exported'],
    ['export { a } from "./other";', '"./other" cannot be re-exported'],
    ['const m = await import("./other");', '"./other" cannot be loaded with import()'],
    ['const m = await import(["a"].join());', 'cannot be loaded with import()'],
    ['const t = () => [import("x")];', '"x" cannot be loaded with import()'],
    ['const u = import.meta.url;', 'import.meta does not exist here'],
  ])('refuses %s with its line', async (statement, words) => {
    const problems = problemsOf(await transpile(`const a: number = 1;\n\n${statement}\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0].message).toContain(words);
    expect(problems[0].message).toMatch(/\.$/);
    expect(problems[0].line).toBe(3);
  });

  describe('where a library is allowed', () => {
    const ALLOWED = ['@tensorflow/tfjs'];

    it.each([
      'import * as tf from "@tensorflow/tfjs";',
      "import { tidy, tensor2d as matrix } from '@tensorflow/tfjs';",
      'import tf, { tidy } from "@tensorflow/tfjs";',
      'import "@tensorflow/tfjs";',
    ])('lets %s stand as it is', async statement => {
      const source = `${statement}\nexport const a = 1;`;
      expect(jsOf(await transpile(source, ALLOWED))).toBe(source);
      expect(libraryImports(source)).toEqual([
        {
          name: '@tensorflow/tfjs',
          start: source.indexOf('@'),
          end: source.indexOf('@') + '@tensorflow/tfjs'.length,
        },
      ]);
    });

    it.each([
      [
        'import { inv } from "mathjs";',
        '"mathjs" cannot be imported: only "@tensorflow/tfjs" can be, here. Write what you need in this file.',
      ],
      ['import "@tensorflow/tfjs/dist/index";', '"@tensorflow/tfjs/dist/index" cannot be imported'],
      ['import x from "./helper";', '"./helper" cannot be imported'],
      ['import x from "https://esm.sh/mathjs";', '"https://esm.sh/mathjs" cannot be imported'],
      [
        'export * from "@tensorflow/tfjs";',
        '"@tensorflow/tfjs" cannot be re-exported. Import it, and export your own functions.',
      ],
      [
        'const tf = await import("@tensorflow/tfjs");',
        '"@tensorflow/tfjs" cannot be loaded with import(). Import it at the top of the file.',
      ],
      [
        'import tf from "@tensorflow/tfjs" with { type: "json" };',
        '"@tensorflow/tfjs" is imported without attributes.',
      ],
    ])('refuses %s with a sentence', async (statement, words) => {
      const [problem] = problemsOf(await transpile(`\n${statement}`, ALLOWED));
      expect(problem.message).toContain(words);
      expect(problem.line).toBe(2);
    });
  });

  it('takes only static imports for imports of libraries', () => {
    const js = 'import "mathjs"; const u = import.meta.url; import(u); import("mathjs");';
    expect(libraryImports(js)).toEqual([{ name: 'mathjs', start: 8, end: 14 }]);
  });

  it('says that an exercise allows no libraries', async () => {
    const [problem] = problemsOf(await transpile('import * as tf from "@tensorflow/tfjs";'));
    expect(problem.message).toBe(
      '"@tensorflow/tfjs" cannot be imported: this exercise allows no libraries. Write what you need in this file.',
    );
  });

  it('reports every import, not only the first', async () => {
    const problems = problemsOf(await transpile('import a from "a";\nimport b from "b";'));
    expect(problems.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('does not take words in strings and comments for imports', async () => {
    const source = '// import a from "a"\nexport const s = "import b from \'b\'; import.meta";';
    expect(jsOf(await transpile(source))).toBe(source);
  });

  it.each([
    'import type { A } from "./a";',
    'import { type A } from "./a";',
    'import { type A, type B } from "./a";',
    'export type { A } from "./a";',
  ])('lets %s vanish', async statement => {
    const js = jsOf(await transpile(`${statement}\nexport const a = 1;`));
    expect(js).toMatch(/^[\s;]*\nexport const a = 1;$/);
  });

  it.each([
    '//# sourceURL=other.js',
    '//@ sourceURL=other.js',
    '//# sourceMappingURL=data:x',
    '/*# sourceMappingURL=x */',
    '//#\tsourceURL = other.js',
  ])('makes an ordinary comment of %s, at equal length', async comment => {
    const js = jsOf(await transpile(`export const a = 1; ${comment}`));
    expect(js).toHaveLength(`export const a = 1; ${comment}`.length);
    expect(js).not.toMatch(/[#@]\s*source/);
  });

  it.each(['', ' \n\t\n'])('refuses an empty file (%j)', async source => {
    expect(problemsOf(await transpile(source))[0].message).toMatch(/^The file is empty\./);
  });

  it('refuses a file of more than a million characters', async () => {
    const [problem] = problemsOf(await transpile(`export const a = 1;${' '.repeat(1e6)}`));
    expect(problem.message).toMatch(/longer than a million characters/);
  });

  it('refuses code that is nested too deeply instead of failing', async () => {
    const deep = '('.repeat(100_000);
    expect(problemsOf(await transpile(deep))[0].message).toMatch(/nested too deeply/);
  });

  it('reads a file that ends in a comment without a line end', async () => {
    const source = 'export const a = 1; // the end';
    expect(jsOf(await transpile(source))).toBe(source);
  });

  it('keeps a default export', async () => {
    const module = await evaluate('export default function <T>(a: T): T { return a }');
    expect((module.default as (a: number) => number)(3)).toBe(3);
  });

  it('turns an enum into what it does', async () => {
    const { Side } = await evaluate('export enum Side {\n  Left,\n  Right = 5,\n}');
    expect(Side).toMatchObject({ Left: 0, Right: 5, 5: 'Right' });
  });

  it('turns parameter properties into fields', async () => {
    const { p } = await evaluate(
      'class P { constructor(readonly x: number) {} }\nexport const p = new P(4);',
    );
    expect(p).toMatchObject({ x: 4 });
  });

  it('refuses a namespace, which would be lost', async () => {
    const source = 'const a = 1;\nexport namespace N {\n  export const b = 2;\n}';
    expect(problemsOf(await transpile(source))).toEqual([
      { message: expect.stringMatching(/^A namespace cannot be run here\./), line: 2 },
    ]);
  });

  it('lets a comment speak of a namespace', async () => {
    const source = '/*\nnamespace N {\n*/\nexport const a = `\nmodule x {`;';
    expect(jsOf(await transpile(source))).toBe(source);
  });
});
