import { availableParallelism } from 'node:os';
import { type Graded, grade } from '../graders/grade';
import type { Grader } from '../graders/grader';
import { PAIRS } from './limits';
import { recordOf } from './record-of';
import { report } from './report';
import { openWorkplace } from './workplace';

/** A file and what stands in it. */
export interface Submission {
  readonly file: string;
  readonly source: string;
}

/** What the submissions are graded for, and with. */
export interface Assignment {
  readonly slug: string;
  readonly grader: Grader;
  readonly solution: string;
  /** The text of the bundle that runs beside a submission. */
  readonly inside: string;
  /** Paths of the bundles of a child process and of the transpiler's thread. */
  readonly child: string;
  readonly transpiler: string;
  /** What a submission may import: each library's text by its name. */
  readonly libraries: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly json: boolean;
}

/** One submission with its verdict. */
export interface Marked extends Graded {
  readonly file: string;
  readonly slug: string;
  readonly seed: number;
  readonly printed: readonly string[];
  readonly ms: number;
}

/**
 * Grades each submission on its own, as many at a time as there are cores, and prints in order.
 * @returns the exit code: 0 where all passed, 1 where not, 2 where the grader itself failed over a file
 */
export async function gradeFiles(
  submissions: readonly Submission[],
  assignment: Assignment,
): Promise<0 | 1 | 2> {
  const { grader, inside, seed, child, transpiler, libraries, json } = assignment;
  const cores = Math.min(availableParallelism(), submissions.length);
  let next = 0;
  const workplace = openWorkplace({
    task: { inside, seed, libraries },
    checks: grader.checks.length,
    pictures: grader.pictures.length,
    child,
    transpiler,
    ahead: () => Math.min(cores, submissions.length - next),
  });

  async function mark({ file, source }: Submission): Promise<Marked> {
    const start = performance.now();
    const printed: string[] = [];
    const desk = workplace.desk(line => printed.push(line));
    let pairsEnd = Number.POSITIVE_INFINITY;
    const graded = await grade(assignment, source, seed, desk, {
      onOutcomes: () => {
        pairsEnd = performance.now() + PAIRS;
      },
      pairsUntil: () => performance.now() < pairsEnd,
    });
    const ms = Math.round(performance.now() - start);
    return { ...graded, file, slug: assignment.slug, seed, printed, ms };
  }

  const marked: Promise<Marked>[] = [];
  const begin = (): void => {
    if (next >= submissions.length) return;
    next += 1;
    const one = mark(submissions[next - 1]);
    one.then(begin, begin);
    marked.push(one);
  };
  const lines = json
    ? (one: Marked) => `${JSON.stringify(recordOf(one))}\n`
    : (one: Marked) => report(one, isColourful());
  process.once('exit', workplace.close);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(2));
  }
  try {
    for (let i = 0; i < cores; i += 1) begin();
    let code: 0 | 1 | 2 = 0;
    for (let i = 0; i < submissions.length; i += 1) {
      try {
        const one = await marked[i];
        process.stdout.write(lines(one));
        if (one.verdict.kind !== 'passed' && code === 0) code = 1;
      } catch (error) {
        process.stderr.write(`${submissions[i].file} was not graded: ${error}\n`);
        code = 2;
      }
    }
    return code;
  } finally {
    workplace.close();
  }
}

function isColourful(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}
