import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIBRARIES, type Library } from '../exercises/meta';

const root = path.join(import.meta.dirname, '..');
const MIDDLE = [
  ...['parts', 'plots', 'editor', 'whiteboard', 'rehearsal', 'planning', 'progress', 'sandbox'],
];
const BELOW_MIDDLE = ['catalog', 'commands', 'settings', 'exercises', 'graders'];

/**
 * Who may import whom, beside itself. An area is a folder; `offline` is the files at the root of
 * `src` that know nothing of the app, `app` the files there that put it together.
 */
const MAY_IMPORT: Record<string, string[]> = {
  app: ['pages', ...MIDDLE, ...BELOW_MIDDLE, 'styles', 'offline'],
  pages: [...MIDDLE, ...BELOW_MIDDLE, 'offline'],
  ...Object.fromEntries(MIDDLE.map(area => [area, BELOW_MIDDLE])),
  parts: [...BELOW_MIDDLE, 'offline'],
  // The editor strips types itself, and asks the sandbox's transpiler for what it cannot strip.
  editor: [...BELOW_MIDDLE, 'sandbox'],
  // What is stored of rehearsals and plans, and when what was solved is due again, is told by their rules.
  progress: [...BELOW_MIDDLE, 'rehearsal', 'planning'],
  catalog: ['exercises', 'graders'],
  commands: ['settings'],
  settings: [],
  exercises: ['graders'],
  graders: [],
  offline: [],
  cli: ['sandbox', 'exercises', 'graders'],
};
/** All that the command line may use of the sandbox. */
const CLI_SANDBOX = ['src/sandbox/transpile'];
const OFFLINE = /^src\/(offline|shell|service-worker)(\.ts)?$/;

/** The area of a file, `src/` left out. */
function areaOf(file: string): string {
  if (OFFLINE.test(file)) return 'offline';
  const [top, second, ...rest] = file.split('/');
  if (top !== 'src') return top;
  return rest.length > 0 ? second : 'app';
}

interface Import {
  readonly from: string;
  /** A path from the root where it is a file of ours, else the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** The imports in a text. Comments go first: docstrings show imports too. */
function importsOf(from: string, text: string): Import[] {
  const code = text.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statements =
    /^\s*(?:import|export)\s+(type\s)?[^;'"]*?\bfrom\s+['"]([^'"]+)['"]|^\s*import\s+()['"]([^'"]+)['"]|(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...code.matchAll(statements)].map(found => {
    const name = (found[2] ?? found[4] ?? found[6]).replace(/\?.*$/, '');
    const to = name.startsWith('.') ? path.posix.join(path.posix.dirname(from), name) : name;
    return { from, to: name.startsWith('.') ? to : name, typeOnly: Boolean(found[1] ?? found[5]) };
  });
}

/** A solution may import what its exercise allows; a grader knows it as a type, and is handed it. */
function isAllowed(from: string, to: string, typeOnly: boolean): boolean {
  const folder = path.posix.dirname(from);
  if (!LIBRARIES.includes(to as Library) || !existsSync(path.join(root, folder, 'meta.ts')))
    return false;
  const [, allows] = /\ballows: \[([^\]]*)\]/.exec(read(`${folder}/meta.ts`)) ?? [];
  return Boolean(allows?.includes(`'${to}'`)) && (typeOnly || !from.endsWith('/grader.ts'));
}

/** Why an import breaks the rule; undefined where it does not. */
function breach({ from, to, typeOnly }: Import): string | undefined {
  const area = areaOf(from);
  const says = (why: string) => `${from} imports ${to}: ${why}`;
  const ours = /^(src|cli|graders|exercises|libraries|tests|tools)\//.test(`${to}/`);
  if (!ours) {
    const pure = area === 'graders' || (area === 'exercises' && !isAllowed(from, to, typeOnly));
    return pure ? says('graders and exercises import nothing from outside') : undefined;
  }
  if (area === 'exercises') {
    const own = path.posix.dirname(from);
    if (to === 'graders' || to === 'graders/index' || to === 'exercises/meta') return undefined;
    if (!to.startsWith(`${own}/`)) return says('an exercise knows graders/index and its own files');
    if (to === `${own}/solution` && !typeOnly) return says('a grader knows its solution as a type');
    return undefined;
  }
  const target = areaOf(to);
  if (area === 'cli' && target === 'sandbox' && !CLI_SANDBOX.includes(to)) {
    return says('of the sandbox the command line uses only the transpiler');
  }
  // Libraries are bundled once, for the browser and for the command line.
  if (area === 'cli' && to === 'tools/libraries/bundle.mjs') return undefined;
  if (target === area || MAY_IMPORT[area]?.includes(target)) return undefined;
  return says(`${area} may not know ${target}`);
}

/** Files below a folder whose name ends so, as paths from the root. */
function filesIn(folder: string, ending: RegExp): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter(file => ending.test(file) && statSync(path.join(root, file)).isFile());
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const sources = ['src', 'cli', 'graders', 'exercises'].flatMap(f => filesIn(f, /\.(tsx?|mjs)$/));
const imports = sources.flatMap(file => importsOf(file, read(file)));

describe('the import rule', () => {
  it('is kept by every file', () => {
    expect(imports.map(breach).filter(why => why !== undefined)).toEqual([]);
  });

  it('is read from real files', () => {
    expect(imports.length).toBeGreaterThan(sources.length / 2);
    expect(imports).toContainEqual({
      from: 'graders/grade.ts',
      to: 'graders/judge',
      typeOnly: false,
    });
  });

  it.each([
    ['graders/judge.ts', "import { Chart } from '../src/plots/curve';"],
    ['graders/judge.ts', "import { readFileSync } from 'node:fs';"],
    ['exercises/code/k-means/grader.ts', "import { judge } from '../../../graders/judge';"],
    ['exercises/code/k-means/grader.ts', "import { kMeans } from './solution';"],
    ['exercises/code/k-means/grader.ts', "import tree from '../decision-tree/solution';"],
    ['exercises/code/k-means/solution.ts', "import { matrix } from 'mathjs';"],
    ['exercises/code/tfjs-train-loop/solution.ts', "import { matrix } from 'mathjs';"],
    ['exercises/code/tfjs-train-loop/grader.ts', "import * as tf from '@tensorflow/tfjs';"],
    ['src/catalog/exercise.ts', "const later = import('../editor/load');"],
    ['src/progress/store.ts', "import '../pages/workbench/WorkbenchPage';"],
    ['src/plots/curve.ts', "export * from '../parts/Glyph';"],
    ['cli/grade.mjs', "import {\n  openWorkplace,\n} from '../src/sandbox/workplace';"],
  ])('would catch %s with %s', (file, line) => {
    expect(importsOf(file, line).map(breach)).toEqual([expect.stringContaining(file)]);
  });

  it('lets a grader know its solution as a type', () => {
    const line = "export default grader<typeof import('./solution')>({});";
    expect(importsOf('exercises/code/k-means/grader.ts', line).map(breach)).toEqual([undefined]);
  });

  it('lets a solution import what its exercise allows, and a grader know it as a type', () => {
    const lines = [
      ['solution.ts', "import * as tf from '@tensorflow/tfjs';"],
      ['grader.ts', "type Libraries = { tf: typeof import('@tensorflow/tfjs') };"],
    ];
    for (const [file, line] of lines) {
      const found = importsOf(`exercises/code/tfjs-train-loop/${file}`, line);
      expect(found.map(breach)).toEqual([undefined]);
    }
  });

  it('leaves it to the catalogue to find exercises', () => {
    const finders = sources.filter(file => /import\.meta\.glob[^;]*exercises/.test(read(file)));
    expect(finders.length).toBeGreaterThan(1);
    expect(finders.filter(file => areaOf(file) !== 'catalog')).toEqual([]);
  });
});

it('keeps the browser out of what graders and exercises may name', () => {
  for (const folder of ['graders', 'exercises']) {
    const { extends: base, compilerOptions } = JSON.parse(read(`${folder}/tsconfig.json`));
    expect(base).toBe('../tsconfig.base.json');
    expect(
      compilerOptions?.lib ?? JSON.parse(read('tsconfig.base.json')).compilerOptions.lib,
    ).toEqual(['es2023']);
  }
});

it('names no place outside the project', () => {
  const elsewhere = new RegExp(['/work', 'shared'].map(name => `(?<![\\w-])${name}/`).join('|'));
  const texts = [
    ...sources,
    ...filesIn('tests', /\.(tsx?|mjs|md|json)$/),
    ...filesIn('exercises', /\.md$/),
  ];
  expect(texts.filter(file => elsewhere.test(read(file)))).toEqual([]);
});
