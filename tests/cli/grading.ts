import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The reference of k-means: a submission that passes, to be spoilt in one way or another. */
export const RIGHT = readFileSync(join(root, 'exercises/code/k-means/solution.ts'), 'utf8');

/** A line of `--json`, as far as the tests read it. */
export interface Line {
  file: string;
  exercise: string;
  seed: number;
  verdict: string;
  checks: Record<string, unknown>[];
  diagnosis: { say: string; from: string } | null;
  problems?: { message: string; line?: number }[];
  error?: { name: string; message: string; line?: number };
  printed?: string[];
  ms: number;
}

export interface Ended {
  code: number | null;
  out: string;
  err: string;
  lines: Line[];
}

/** A folder for submissions, removed by `close`. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'scratchwork-cli-'));
  return {
    path,
    put(name: string, source: string): string {
      const file = join(path, name);
      writeFileSync(file, source);
      return file;
    },
    close: () => rmSync(path, { recursive: true }),
  };
}

/** Runs the command as a person would. */
export function gradeCommand(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'cli/grade.mjs'), ...args], {
    env: { ...process.env, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', chunk => {
    out += chunk;
  });
  child.stderr.on('data', chunk => {
    err += chunk;
  });
  return new Promise(resolve =>
    child.on('close', code => {
      const lines = args.includes('--json')
        ? out
            .trim()
            .split('\n')
            .filter(Boolean)
            .map(line => JSON.parse(line))
        : [];
      resolve({ code, out, err, lines });
    }),
  );
}

/** Grades submissions in one call; `lines` come in the order given. */
export async function gradeAll(
  sources: Record<string, string>,
  options: { seed?: number; slug?: string } = {},
): Promise<{ code: number | null; marked: Record<string, Line> }> {
  const { path, put, close } = folder();
  const files = Object.entries(sources).map(([name, source]) => put(`${name}.ts`, source));
  const args = [options.slug ?? 'k-means', ...files, '--json', '--seed', `${options.seed ?? 7}`];
  const { code, lines, err } = await gradeCommand(args);
  close();
  if (lines.length !== files.length) throw new Error(`${lines.length} lines for ${path}: ${err}`);
  const marked = Object.fromEntries(Object.keys(sources).map((name, i) => [name, lines[i]]));
  return { code, marked };
}
