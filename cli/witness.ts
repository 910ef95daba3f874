import type { Run } from '../graders/grade';
import type { Witness } from '../graders/judge';
import type { Thrown } from '../graders/observation';
import { readObservation } from '../graders/read-observation';
import { BUDGET, DEADLINE } from '../graders/time';
import type { Cell, End } from './cell';
import { HEAP, PATIENCE } from './limits';
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
    let stall: NodeJS.Timeout | undefined;
    let budget: NodeJS.Timeout | undefined;

    const finish = (alive: boolean, loadTimedOut?: number) => {
      clearTimeout(stall);
      clearTimeout(budget);
      cell.listen(
        () => {},
        () => {},
      );
      if (!alive) cell.kill();
      resolve({ run: { witnesses, atLoad, loadTimedOut }, printed, alive });
    };
    const stop = (ms: number) => {
      const seconds = ms / 1000;
      if (!loaded) return finish(false, seconds);
      if (awaited.length > 0) witnesses[awaited[0]] = { stopped: 'timed-out', seconds };
      finish(false);
    };
    /** Timers go before pipes in a turn of the event loop; a record that has arrived counts. */
    const stopLater = (timer: () => NodeJS.Timeout | undefined, ms: number) => {
      const due = timer();
      setImmediate(() => setImmediate(() => timer() === due && stop(ms)));
    };
    const moved = () => {
      clearTimeout(stall);
      const before = cell.effort() ?? 0;
      let last = before;
      /** On a busy machine a child that computes may not have had its share yet; it is given longer. */
      const look = () => {
        const now = cell.effort() ?? last;
        const starved = now > last && now - before < DEADLINE / 2;
        last = now;
        if (starved) stall = setTimeout(look, PATIENCE);
        else stopLater(() => stall, DEADLINE);
      };
      stall = setTimeout(look, DEADLINE);
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
        budget = setTimeout(() => stopLater(() => budget, BUDGET), BUDGET);
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
