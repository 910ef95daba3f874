import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle, library } from './bundle.mjs';
import { BadUsage, readArguments, USAGE } from './read-arguments.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const EXERCISES = join(here, '..', 'exercises', 'code');

/**
 * Grades files and prints what came of them; bundles what is stale first.
 * @param {readonly string[]} args as typed: an exercise, files, options
 * @param {string} exercises the folder that holds one folder for each exercise
 * @returns {Promise<number>} the exit code: 0 all passed, 1 not all passed, 2 bad usage
 */
export async function launch(args, exercises = EXERCISES) {
  try {
    const { slug, files, seed, json } = readArguments(args);
    const folder = folderOf(slug, exercises);
    if (files.length === 0) throw new BadUsage(`No file is given.\n${USAGE}`);
    const submissions = files.map(file => ({ file, source: read(file) }));
    const bundles = await makeBundles(slug, folder, exercises === EXERCISES);
    const { gradeFiles, allows } = await import(pathToFileURL(bundles.grader).href);
    return await gradeFiles(submissions, {
      slug,
      solution: readFileSync(join(folder, 'solution.ts'), 'utf8'),
      inside: readFileSync(bundles.inside, 'utf8'),
      child: bundles.child,
      transpiler: bundles.transpiler,
      libraries: await textsOf(allows),
      seed: seed ?? randomInt(2 ** 32),
      json,
    });
  } catch (error) {
    if (!(error instanceof BadUsage)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** The libraries that an exercise allows, by name, as text. */
async function textsOf(names) {
  const texts = names.map(async name => [name, readFileSync(await library(name), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts));
}

function folderOf(slug, exercises) {
  const slugs = readdirSync(exercises, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
  if (slugs.includes(slug)) return join(exercises, slug);
  throw new BadUsage(
    `There is no exercise “${slug}”. There are:\n${slugs.map(name => `  ${name}`).join('\n')}`,
  );
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadUsage(`${file} cannot be read (${error.code ?? error.message}).`);
  }
}

/**
 * The four programs: the judge, the two halves of a child process, and the transpiler's thread.
 * @returns {Promise<{ grader: string, inside: string, child: string, transpiler: string }>} their paths
 */
export async function makeBundles(slug, folder, named) {
  const at = path => JSON.stringify(path);
  const grader = at(join(folder, 'grader.ts'));
  const meta = join(folder, 'meta.ts');
  const own = name => at(join(here, name));
  // Exercises from elsewhere share one place in the cache.
  const name = named ? slug : '_elsewhere';
  const [judge, inside, child, transpiler] = await Promise.all([
    bundle(
      `${name}.mjs`,
      `import grader from ${grader};
import { gradeFiles as grade } from ${own('grade-files.ts')};
${existsSync(meta) ? `import meta from ${at(meta)};` : 'const meta = {};'}
export const allows = meta.allows ?? [];
export const gradeFiles = (submissions, job) => grade(submissions, { ...job, grader });`,
      'esm',
    ),
    bundle(
      `${name}.inside.cjs`,
      `import grader from ${grader};
import { settle as settleIn } from ${own('runtime/inside.ts')};
export const settle = (seed, send) => settleIn(grader, seed, send);`,
      'cjs',
    ),
    bundle('child.cjs', `import ${own('runtime/outside.ts')};`, 'cjs'),
    bundle('transpiler.mjs', `import ${own('transpiler.ts')};`, 'esm'),
  ]);
  return { grader: judge, inside, child, transpiler };
}
