import { type GradeOptions, grade, type Workplace } from '../../../graders/grade';
import { mutate } from '../../../graders/mutate';
import { catalogue } from '../../../src/catalog/catalogue';
import { type Judging, loadJudging } from '../../../src/catalog/judging';
import { loadLibraries } from '../../../src/catalog/libraries';
import { transpile as transpileFor } from '../../../src/sandbox/transpile';
import { openWorkplace } from '../../../src/sandbox/workplace';
import { bareWorkplace } from '../../../tests/e2e/harness/bare';

/** What one exercise costs, in ms, run by run. */
export interface Costs {
  readonly slug: string;
  /** From nothing to the outcomes of a first run: libraries, sandbox, grader, reference. */
  readonly first: number;
  /** The whole way from a source text to outcomes, in the sandbox and with a bare worker. */
  readonly sandbox: number[];
  readonly bare: number[];
  /** From the outcomes of a wrong submission to the name of its mistake. */
  readonly diagnosis: number[];
  /** An infinite loop: until its verdict, and what the run after it takes. */
  readonly loop: number[];
  readonly afterLoop: number[];
}

const DEADLINE = 2000; // ms, what an experiment may take
const WARM_UP = 5;

declare global {
  interface Window {
    measure(slug: string, runs: number): Promise<Costs>;
    slugs: string[];
  }
}

window.slugs = catalogue.map(({ slug }) => slug);

window.measure = async (slug, runs) => {
  const judging = await loadJudging(slug);
  const { grader, graderCode, solution } = judging;
  const experiments = grader.checks.length + grader.pictures.length;
  const allows = catalogue.find(exercise => exercise.slug === slug)?.meta.allows ?? [];
  const transpile = (source: string) => transpileFor(source, allows);
  const began = performance.now();
  const libraries = await loadLibraries(allows);
  const setting = { graderCode, experiments, libraries, transpile, deadline: DEADLINE };
  const boxed = openWorkplace(setting);
  const bare = bareWorkplace(graderCode, experiments, transpile, libraries);
  await grade(judging, solution, 0, boxed);
  const first = performance.now() - began;
  const costs: Costs = {
    slug,
    first,
    sandbox: [],
    bare: [],
    diagnosis: [],
    loop: [],
    afterLoop: [],
  };

  for (let seed = 1; seed <= runs + WARM_UP; seed += 1) {
    const floor = await timed(judging, bare, solution, seed);
    const ours = await timed(judging, boxed, solution, seed);
    if (seed <= WARM_UP) continue; // These compile the page's own code.
    costs.bare.push(floor.outcomes);
    costs.sandbox.push(ours.outcomes);
  }
  for (let i = 0; i < 5; i += 1) {
    const wrong = mutate(solution, grader.mutants[i % grader.mutants.length]);
    const { outcomes, verdict } = await timed(judging, boxed, wrong, 500 + i);
    costs.diagnosis.push(verdict - outcomes);
  }
  const loop = solution.replace(/^export function (\w+)([\s\S]*?\{\n)/m, '$&  for (;;) {}\n');
  for (let i = 0; i < 3; i += 1) {
    costs.loop.push((await timed(judging, boxed, loop, 600 + i)).verdict);
    const began = performance.now();
    await boxed.observeLearner(await compiled(transpile, solution), 600 + i);
    costs.afterLoop.push(performance.now() - began);
  }
  boxed.close();
  return costs;
};

async function compiled(transpile: Workplace['transpile'], source: string): Promise<string> {
  const result = await transpile(source);
  if ('problems' in result) throw new Error(result.problems[0].message);
  return result.js;
}

/** One run as the page makes it: the next seed primed and the reference seen while nobody waits. */
async function timed(
  judging: Judging,
  workplace: Workplace & { prime(seed: number): unknown },
  source: string,
  seed: number,
): Promise<{ outcomes: number; verdict: number }> {
  await workplace.observeOwn(judging.solution, seed);
  await workplace.prime(seed);
  await new Promise(resolve => setTimeout(resolve, 120));
  const began = performance.now();
  let outcomes = 0;
  const options: GradeOptions = {
    onOutcomes: () => {
      outcomes = performance.now() - began;
    },
  };
  await grade(judging, `${source}\n// ${seed}`, seed, workplace, options);
  const verdict = performance.now() - began;
  return { outcomes: outcomes || verdict, verdict };
}
