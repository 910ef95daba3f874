/**
 * A function as one types it.
 * @param {string} line 'mean(x: number[]): number'
 * @returns {{ name: string, parameters: string, returns: string } | null} null where it is none
 */
export function readSignature(line) {
  const match =
    /^\s*(?:export\s+)?(?:function\s+)?([A-Za-z]\w*)\s*\((.*)\)\s*:\s*([^;]+?)\s*;?\s*$/.exec(line);
  if (!match) return null;
  const [, name, parameters, returns] = match;
  return { name, parameters: parameters.trim(), returns };
}

/**
 * The files of a new exercise. They compile; what their author has still to do is marked with TODO,
 * and a test fails for each.
 * @param {string} slug
 * @param {Record<string, string>} answers title, track, level, minutes, requires, teaches, source
 * @param {{ name: string, parameters: string, returns: string }[]} signatures
 * @returns {Record<string, string>} texts by their path
 */
export function filesOf(slug, answers, signatures) {
  const folder = `exercises/code/${slug}`;
  return {
    [`${folder}/meta.ts`]: meta(answers),
    [`${folder}/prompt.md`]: prompt(signatures),
    [`${folder}/starter.ts`]: signatures.map(signature => stub(signature, true)).join('\n'),
    [`${folder}/solution.ts`]: signatures.map(signature => stub(signature, false)).join('\n'),
    [`${folder}/grader.ts`]: grader(signatures),
    [`tests/exercises/${slug}.test.ts`]: test(slug),
  };
}

const quoted = words => `'${words.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function meta({ title, track, level, minutes, requires, teaches, source }) {
  const slugs = requires.split(/[ ,]+/).filter(Boolean).map(quoted);
  return `import type { Meta } from '../../meta';

export default {
  title: ${quoted(title)},
  track: ${quoted(track)},
  level: ${quoted(level)},
  minutes: ${minutes},
  requires: [${slugs.join(', ')}],
  teaches: ${quoted(teaches)},
  source: ${quoted(source)},
} satisfies Meta;
`;
}

function prompt(signatures) {
  const sections = signatures.map(
    ({ name, parameters }) => `### ${name}

\`${name}(${namesOf(parameters)})\` returns TODO: what, in so many words.`,
  );
  const [first] = signatures;
  return `TODO: what it is and why, in one paragraph; then the quantities with their shapes.

${sections.join('\n\n')}

### In every function

Inputs are never changed. Results are fresh: they share no array with an argument or an earlier result. TODO: what is refused with an error, and what is left open.

### By hand

TODO: an example that is small enough for paper.

\`\`\`ts
${first.name}(${namesOf(first.parameters)});
// → TODO
\`\`\`

## Hints

1. TODO: a nudge.
2. TODO: the idea.
3. TODO: nearly the shape of the code, never the code.

## Follow-ups

### TODO: a question that an interviewer would ask next?

- TODO: the points of a strong answer.

### TODO: another?

- TODO

## Cost

TODO: O(…), with a reason.

## In Python

\`\`\`python
# TODO
\`\`\`

TODO: where the library's conventions differ.
`;
}

/** @example 'X: number[][], options?: { steps: number }' → 'X, options' */
function namesOf(parameters) {
  const names = [];
  let depth = 0;
  let start = 0;
  const end = i => {
    const name = /^\s*([A-Za-z]\w*)/.exec(parameters.slice(start, i))?.[1];
    if (name) names.push(name);
    start = i + 1;
  };
  for (let i = 0; i < parameters.length; i += 1) {
    if ('([{<'.includes(parameters[i])) depth += 1;
    else if (')]}'.includes(parameters[i]) || (parameters[i] === '>' && parameters[i - 1] !== '='))
      depth -= 1;
    else if (parameters[i] === ',' && depth === 0) end(i);
  }
  end(parameters.length);
  return names.join(', ');
}

function stub({ name, parameters, returns }, documented) {
  const docs = namesOf(parameters)
    .split(', ')
    .filter(Boolean)
    .map(parameter => ` * @param ${parameter} TODO: its shape\n`);
  const comment = documented ? `/**\n * TODO: what it gives.\n${docs.join('')} */\n` : '';
  return `${comment}export function ${name}(${parameters}): ${returns} {
  throw new Error('TODO: ${name}');
}
`;
}

function grader([{ name }]) {
  return `import { type Draw, grader } from '../../../graders';

const bench = (draw: Draw) => ({
  // TODO: data that flatters nobody: unlike sizes, nothing sorted, no option at its default.
  n: draw.integer(11, 17),
});

export default grader<typeof import('./solution'), typeof bench>({
  bench,
  // TODO: 12 checks at least, the simplest stage first:
  //   agrees('says what is right in plain words', ({ ${name} }, { n }) => ${name}(…)),
  checks: () => [],
  // TODO: 12 mistakes at least, each a fragment of solution.ts that stands there once:
  //   { mistake: 'divides by n', insteadOf: '/ (n - 1)', writes: '/ n', say: 'Your … . Divide …' },
  mutants: [],
  // TODO: a picture of the learner's own run; the kinds are in graders/picture.ts.
  pictures: [],
});
`;
}

function test(slug) {
  return `import { describe, expect, it } from 'vitest';
import { grade } from '../../graders/grade';
import { folders } from '../exercise-folders';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === '${slug}')!;
const grader = await folder.grader();
const solution = folder.text('solution.ts');
const workplace = inProcess(grader);
const SEEDS = [11, 12, 13];

describe('the grader of ${slug}', () => {
  it.each(submissions('alternatives', '${slug}'))('lets $name pass', async ({ source }) => {
    for (const seed of SEEDS) {
      const { verdict } = await grade({ grader, solution }, source, seed, workplace);
      expect(verdict).toMatchObject({ kind: 'passed' });
    }
  });

  it.each(submissions('mistakes', '${slug}'))('turns $name away', async ({ source }) => {
    for (const seed of SEEDS) {
      const { verdict } = await grade({ grader, solution }, source, seed, workplace);
      expect(verdict.kind).not.toBe('passed');
    }
  });
});
`;
}
