import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPrompt } from '../../tools/content/read-prompt.mjs';
import { filesOf, readSignature } from '../../tools/new-exercise/files.mjs';

const root = join(import.meta.dirname, '..', '..');
const other = mkdtempSync(join(tmpdir(), 'scratchwork-new-'));
mkdirSync(join(other, 'exercises/code/k-means'), { recursive: true });
cpSync(join(root, 'exercises/meta.ts'), join(other, 'exercises/meta.ts'));
afterAll(() => rmSync(other, { recursive: true }));

const ANSWERS = [
  '--title=Moving average',
  '--track=Mathematics',
  '--level=warm-up',
  '--minutes=10',
  "--teaches=why a window's ends need a rule",
  '--source=A. Author, A Title, 1901',
  '--function=average(x: number[], options?: { width: number }): number[]',
];

function create(...args: string[]) {
  const script = join(root, 'tools/new-exercise.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, ...args, `--into=${other}`],
    { encoding: 'utf8', input: '' },
  );
  return { status, said: stdout + stderr };
}

describe('a new exercise', () => {
  it('is five files and a test, from the answers alone', () => {
    const { status, said } = create('moving-average', ...ANSWERS);
    expect(said).toContain('npm test -- moving-average');
    expect(status).toBe(0);
    const folder = join(other, 'exercises/code/moving-average');
    expect(readdirSync(folder).sort()).toEqual([
      'grader.ts',
      'meta.ts',
      'prompt.md',
      'solution.ts',
      'starter.ts',
    ]);
    const meta = readFileSync(join(folder, 'meta.ts'), 'utf8');
    expect(meta).toContain("teaches: 'why a window\\'s ends need a rule'");
    const starter = readFileSync(join(folder, 'starter.ts'), 'utf8');
    expect(starter).toContain(
      'export function average(x: number[], options?: { width: number }): number[] {',
    );
    expect(starter).toContain("throw new Error('TODO: average');");
    expect(starter).toContain('@param options TODO');
    const prompt = readFileSync(join(folder, 'prompt.md'), 'utf8');
    expect(readPrompt(prompt, 'prompt.md').hints).toHaveLength(3);
    expect(prompt).toContain('`average(x, options)`');
    expect(readdirSync(join(other, 'tests/mistakes'))).toContain('moving-average');
  });

  it.each([
    ['a slug that is no plain word', ['Moving Average'], /plain words with hyphens/],
    ['a slug that is taken', ['k-means', ...ANSWERS], /k-means is there already/],
    [
      'a track that does not exist',
      ['a-b', ...ANSWERS, '--track=Magic'],
      /--track takes one of: Opt/,
    ],
    ['a requirement that does not exist', ['a-b', ...ANSWERS, '--requires=x'], /some of: k-means/],
    ['an answer that is missing', ['a-b', ...ANSWERS.slice(1)], /--title is missing/],
    ['a function that cannot be read', ['a-b', ...ANSWERS, '--function=mean'], /cannot be read/],
  ])('is refused %s, and nothing is written', (_, args, says) => {
    const { status, said } = create(...args);
    expect(said).toMatch(says);
    expect(status).toBe(1);
    expect(readdirSync(join(other, 'exercises/code'))).not.toContain('a-b');
  });
});

describe('a signature', () => {
  it('is read with parameters of any type', () => {
    expect(readSignature('f(a: [x: number, y: number], g: (p: number) => void): void;')).toEqual({
      name: 'f',
      parameters: 'a: [x: number, y: number], g: (p: number) => void',
      returns: 'void',
    });
    const signature = readSignature('f(a: [x: number, y: number], g: (p: number) => void): void');
    const answers = { title: '', track: '', level: '', minutes: '1', requires: '', teaches: '' };
    const files = filesOf('f', { ...answers, source: '' }, [signature as never]);
    expect(files['exercises/code/f/prompt.md']).toContain('`f(a, g)`');
  });

  it('is not read where it has no return type, or no parentheses', () => {
    expect(readSignature('f(a: number)')).toBe(null);
    expect(readSignature('f: number')).toBe(null);
  });
});
