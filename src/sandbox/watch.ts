/** How often the frame is asked whether it is still there, in ms. */
const PERIOD = 250;
/** A frame that has not answered for so long has crashed, in ms. */
const SILENCE = 1500;
/** A timer that is so late tells of a machine that slept, in ms. */
const SLEPT = 1500;

/** A stop-watch over one run. */
export interface Watch {
  /** A step is finished; the next one has its whole time again. */
  progress(): void;
  end(): void;
}

/**
 * Holds a run to its time: `deadline` for each step, `budget` for all of them, both in ms.
 * A step is late only if the frame, asked after the deadline, answers and has nothing to report:
 * so a busy page is never taken for a slow submission, nor a crash for a loop.
 * @param ping resolves when the frame answers, after all that it forwarded before
 * @param onTimeout gets the seconds that the step took so far, or the whole run if the budget is spent
 */
export function watch(options: {
  deadline: number;
  budget: number;
  ping: () => Promise<void>;
  onTimeout: (seconds: number) => void;
  onCrash: () => void;
}): Watch {
  const { deadline, budget, ping, onTimeout, onCrash } = options;
  let began = performance.now();
  let stepBegan = began;
  let asked: number | undefined;
  let due = 0;
  let timer: ReturnType<typeof setTimeout>;
  let ended = false;

  function end(): void {
    ended = true;
    clearTimeout(timer);
  }

  function schedule(): void {
    const now = performance.now();
    const left = Math.min(stepBegan + deadline, began + budget) - now;
    const wait = left > 0 ? Math.min(PERIOD, left) : PERIOD;
    due = now + wait;
    timer = setTimeout(look, wait);
  }

  function look(): void {
    const now = performance.now();
    const late = now - due;
    if (late > SLEPT) {
      began += late;
      stepBegan += late;
      asked = undefined;
    }
    if (asked !== undefined && now - asked > SILENCE) {
      end();
      onCrash();
      return;
    }
    if (asked === undefined) {
      asked = now;
      void ping().then(() => answered(now));
    }
    schedule();
  }

  function answered(at: number): void {
    if (ended) return;
    asked = undefined;
    const late = at >= stepBegan + deadline;
    if (!late && at < began + budget) return;
    end();
    onTimeout(Math.round((at - (late ? stepBegan : began)) / 100) / 10);
  }

  schedule();
  return {
    progress() {
      stepBegan = performance.now();
    },
    end,
  };
}
