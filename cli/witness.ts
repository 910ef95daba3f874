import type { Run } from '../graders/grade';
import type { Witness } from '../graders/judge';
import type { Thrown } from '../graders/observation';
import { readObservation } from '../graders/read-observation';
import { BUDGET, DEADLINE } from '../graders/time';
import type { Cell, End } from './cell';
import { startClock } from './clock';
import { HEAP } from './limits';
import type { Job } from './runtime/outside';
import { decode } from './runtime/record';

/** What became of one module in one child. */
export interface Witnessed {
  readonly run: Run;
  /** What it printed, by `console`. */
  readonly printed: readonly string[];
  /** The child reached the end and waits for another module. */
  readonly alive: boolean;
}

/**
 * Has a child observe a module, and ends the child where no observation comes for too long. The clock
 * starts when the child takes the module, so a busy machine that boots it late does no harm.
 * @param experiments how many there are: checks, then pictures
 */
export function witness(cell: Cell, experiments: number, job: Job): Promise<Witnessed> {
  const witnesses: Witness[] = Array.from({ length: experiments }, () => 'not-run');
  const awaited = [...(job.only ?? witnesses.keys())];
  const printed: string[] = [];
  let loaded = false;
  let atLoad: Thrown | undefined;

  return new Promise(resolve => {
    let stopStall = () => {};
    let stopBudget = () => {};

    const finish = (alive: boolean, loadTimedOut?: number) => {
      stopStall();
      stopBudget();
      cell.listen(
        () => {},
        () => {},
      );
      if (!alive) cell.kill();
      resolve({ run: { witnesses, atLoad, loadTimedOut }, printed, alive });
    };
    const timeOut = (seconds: number) => {
      if (!loaded) return finish(false, seconds);
      if (awaited.length > 0) witnesses[awaited[0]] = { stopped: 'timed-out', seconds };
      finish(false);
    };
    /** Whether a child was out of memory before it was out of time, only its end can tell. */
    const stop = (ms: number) => {
      stopStall();
      stopBudget();
      cell.listen(
        () => {},
        end => (end === 'memory' ? crash(fault(ENDS[end])) : timeOut(ms / 1000)),
      );
      cell.kill();
    };
    const moved = () => {
      stopStall();
      stopStall = startClock(cell, DEADLINE, () => stop(DEADLINE));
    };
    const crash = (threw: Thrown) => {
      if (!loaded) atLoad = threw;
      else if (awaited.length > 0) witnesses[awaited[0]] = { calls: [], threw };
      finish(false);
    };

    const read = (line: string) => {
      const [, kind, rest] = /^(\S+) ?(.*)$/s.exec(line) ?? [];
      if (kind === 'begin') {
        moved();
        stopBudget = startClock(cell, BUDGET, () => stop(BUDGET));
      } else if (kind === 'loaded') {
        loaded = true;
        moved();
      } else if (kind === 'observed') {
        const blank = rest.indexOf(' ');
        const index = Number(rest.slice(0, blank));
        if (index !== awaited[0]) throw new RangeError('witness: records are out of order');
        witnesses[index] = readObservation(decode(rest.slice(blank + 1)));
        awaited.shift();
        moved();
      } else if (kind === 'console') {
        printed.push(String(JSON.parse(rest)));
      } else if (kind === 'failed') {
        atLoad = readObservation(decode(rest)).threw;
      } else if (kind === 'done') {
        if (awaited.length > 0 && !atLoad) throw new RangeError('witness: records are missing');
        finish(true);
      }
    };

    cell.listen(
      line => {
        try {
          read(line);
        } catch {
          crash(fault('Its record cannot be read. Does it change built-in objects?'));
        }
      },
      end => crash(fault(ENDS[end])),
    );
    cell.give(job);
  });
}

const ENDS: Record<End, string> = {
  memory: `It used more memory than it may have (${HEAP} MB of heap). Look for a list that grows without end.`,
  output: 'It returned more than can be read. Look for a list that grows without end.',
  exit: 'The process that ran it ended before it was done.',
};

function fault(message: string): Thrown {
  return { name: 'Stopped', message, onPurpose: false, todo: false };
}
