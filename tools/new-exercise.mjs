import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { filesOf, readSignature } from './new-exercise/files.mjs';

/**
 * `npm run new-exercise -- <slug>` asks a few questions and writes the five files of an exercise, a test
 * and the two folders for submissions. Each answer can be given as an option instead, `--function` more
 * than once; without a terminal all of them must be. Nothing that is there is written over. `--into`
 * names another checkout of the repository.
 */
const into = process.argv.find(arg => arg.startsWith('--into='))?.slice('--into='.length);
const root = into ? resolve(into) : fileURLToPath(new URL('..', import.meta.url));
const text = await readFile(join(root, 'exercises/meta.ts'), 'utf8');
const listIn = name =>
  [...(new RegExp(`${name} = \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
    ([, word]) => word,
  );
const TRACKS = listIn('TRACKS');
const LEVELS = listIn('LEVELS');

const oneOf = list => answer => list.includes(answer) || `one of: ${list.join(', ')}`;
const some = answer => answer.length > 0 || 'a few words';
const known = await readdir(join(root, 'exercises/code'));

/** Name, question, what is right. */
const QUESTIONS = [
  ['title', 'Title, as a person would say it', some],
  ['track', `Track (${TRACKS.join(', ')})`, oneOf(TRACKS)],
  ['level', `Level (${LEVELS.join(', ')})`, oneOf(LEVELS)],
  ['minutes', 'Minutes for a prepared candidate', n => /^[1-9]\d?$/.test(n) || 'a whole number'],
  [
    'requires',
    'Exercises whose ideas it uses, by slug, or nothing',
    slugs =>
      slugs
        .split(/[ ,]+/)
        .filter(Boolean)
        .every(slug => known.includes(slug)) || `some of: ${known.join(', ')}`,
  ],
  ['teaches', 'What one knows afterwards, as a phrase', some],
  ['source', 'Where it comes from: author, title, year', some],
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...Object.fromEntries(QUESTIONS.map(([name]) => [name, { type: 'string' }])),
    function: { type: 'string', multiple: true },
    into: { type: 'string' },
  },
});
const [slug] = positionals;
if (!/^[a-z]+(-[a-z]+)*$/.test(slug ?? '')) {
  fail('Usage: npm run new-exercise -- <slug>\nA slug is plain words with hyphens: k-means.');
}
if (known.includes(slug)) fail(`exercises/code/${slug} is there already; nothing was changed.`);

const terminal = process.stdin.isTTY
  ? createInterface({ input: process.stdin, output: process.stdout })
  : null;
const answers = {};
for (const [name, question, right] of QUESTIONS) {
  answers[name] = await answerTo(name, question, right, values[name]);
}
const signatures = (values.function ?? []).map(signatureOf);
while (terminal && !values.function) {
  const line = await terminal.question(
    `Function ${signatures.length + 1}, like mean(x: number[]): number; empty ends the list: `,
  );
  if (line.trim() === '' && signatures.length > 0) break;
  const signature = readSignature(line);
  if (signature) signatures.push(signature);
  else console.log('  A name, its parameters with their types, and what it returns.');
}
terminal?.close();
if (signatures.length === 0) fail('Give each function: --function "mean(x: number[]): number"');

const files = filesOf(slug, answers, signatures);
for (const [name, content] of Object.entries(files)) {
  const file = join(root, name);
  if (existsSync(file)) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
for (const kind of ['alternatives', 'mistakes']) {
  await mkdir(join(root, 'tests', kind, slug), { recursive: true });
}
console.log(`Written:\n${Object.keys(files).join('\n')}

Then, in this order (exercises/README.md says why):
  1. prompt.md      every convention in so many words, an example by hand
  2. tests/alternatives/${slug}, tests/mistakes/${slug}      from the prompt alone
  3. solution.ts    the reference;  grader.ts: bench, checks, mutants
  npm test -- ${slug}             every promise, and which file to mend
  npm run soundness -- ${slug}    what gets through and what has no name`);

/** An answer from the command line, or from the person at the terminal until it is right. */
async function answerTo(name, question, right, given) {
  if (given !== undefined) {
    const verdict = right(given.trim());
    return verdict === true ? given.trim() : fail(`--${name} takes ${verdict}`);
  }
  if (!terminal) return name === 'requires' ? '' : fail(`--${name} is missing: ${question}`);
  for (;;) {
    const answer = (await terminal.question(`${question}: `)).trim();
    const verdict = right(answer);
    if (verdict === true) return answer;
    console.log(`  It takes ${verdict}.`);
  }
}

function signatureOf(line) {
  return readSignature(line) ?? fail(`--function cannot be read: ${line}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
