import type { Run, Workplace } from '../graders/grade';
import { type Cell, openCell } from './cell';
import type { Task } from './runtime/outside';
import { openTranspiler } from './transpiling';
import { witness } from './witness';

/** A workplace of child processes, for one exercise and one seed. */
export interface ProcessWorkplace extends Workplace {
  /** The same workplace for one submission; `onPrint` gets what the submission prints. */
  desk(onPrint: (line: string) => void): Workplace;
  close(): void;
}

/**
 * Each submission gets a child of its own, booted ahead; the reference and the mutants share one, and
 * are observed once.
 * @param options.ahead how many children wait for submissions, asked whenever one is taken
 */
export function openWorkplace(options: {
  task: Task;
  checks: number;
  pictures: number;
  /** Paths of the bundles. */
  child: string;
  transpiler: string;
  ahead: () => number;
}): ProcessWorkplace {
  const { task, checks, pictures, child, ahead } = options;
  // Nobody draws a picture here. A submission's are observed all the same, for the manners of its calls.
  const judged: readonly number[] = Array.from({ length: checks }, (_, i) => i);
  const transpiler = openTranspiler(options.transpiler, Object.keys(task.libraries));
  const busy = new Set<Cell>();
  const spares: Cell[] = [];
  const seen = new Map<string, Promise<Run>>();
  let own: Cell | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const open = () => openCell(child, task);
  const refill = () => {
    while (spares.length < ahead()) spares.push(open());
  };
  own = open();
  refill();

  function desk(onPrint: (line: string) => void): Workplace {
    return { transpile: transpiler.transpile, observeLearner, observeOwn };

    async function observeLearner(js: string, _: number, only?: readonly number[]): Promise<Run> {
      const cell = spares.shift() ?? open();
      busy.add(cell);
      refill();
      const { run, printed } = await witness(cell, checks + pictures, { js, only });
      cell.kill();
      busy.delete(cell);
      if (!only) printed.forEach(onPrint);
      return run;
    }
  }

  function observeOwn(source: string, _: number, only = judged): Promise<Run> {
    const key = `${only} ${source}`;
    const known = seen.get(key);
    if (known) return known;
    const run = last.then(() => observeInTurn(source, only));
    last = run.catch(() => {});
    seen.set(key, run);
    return run;
  }

  async function observeInTurn(source: string, only: readonly number[]): Promise<Run> {
    const compiled = await transpiler.transpileOwn(source);
    if ('problems' in compiled) throw new Error(`the reference: ${compiled.problems[0].message}`);
    own ??= open();
    const { run, alive } = await witness(own, checks, { ...compiled, only });
    if (!alive) own = undefined;
    return run;
  }

  return {
    ...desk(() => {}),
    desk,
    close() {
      for (const cell of [...spares, ...busy]) cell.kill();
      own?.kill();
      transpiler.close();
    },
  };
}
