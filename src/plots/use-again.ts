import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Run } from '../../graders/grade';
import type { Grader } from '../../graders/grader';
import { wasObserved } from '../../graders/judge';
import type { Call } from '../../graders/observation';
import { drawing } from '../../graders/random';
import type { Knob, Table } from '../../graders/tries';
import type { Scale } from './Knobs';
import type { Scene } from './sketch';

/**
 * Runs the learner's code and the reference again, in the sandbox, on a bench of ours.
 * @param only the experiments that are asked for
 * @returns null where another run is on, or took its place
 */
export type Again = (
  instead: object,
  only: readonly number[],
) => Promise<{ readonly learner: Run; readonly reference: Run } | null>;

/** What a learner chose in the pictures; what is null is as in the run. */
export interface Choice {
  readonly table: Table | null;
  readonly knobs: readonly number[] | null;
  /** The rows as they were taken, before any of them was moved: the knobs hang on them. */
  readonly base: Table | null;
  /** The call that the table is from, and the check that made it. */
  readonly from?: { readonly call: Call; readonly check: string };
}

/** What the pictures show: of the run that was judged, or of one more. */
export interface Shown extends Scene {
  readonly learner: Run;
  readonly reference: Run | undefined;
}

/** A pause in dragging is so long, in ms. */
const PAUSE = 160;
/** Where a run is on, it is tried again after so many ms, so often at most. */
const LATER = 300;
const TRIES = 40;

/** The tables that learners gave, as long as the page is there. Nothing of them is stored. */
const kept = new WeakMap<Grader, Table>();

/** Keeps what the pictures show in step with what is chosen in them. */
export function useAgain(
  grader: Grader,
  run: { readonly seed: number; readonly learner: Run; readonly reference: Run | undefined },
  again: Again,
) {
  const { tries } = grader;
  const bench = useMemo(() => grader.bench(drawing(run.seed)) as never, [grader, run.seed]);
  const drawn = useMemo(() => tries?.table?.of(bench) ?? null, [tries, bench]);
  const [choice, setChoice] = useState<Choice>(() => {
    const table = kept.get(grader) ?? null;
    return { table, knobs: null, base: table };
  });
  const scalesOn = useCallback(
    (base: Table | null): readonly Scale[] => {
      const rows = base ?? drawn ?? { X: [] };
      const knobs: readonly Knob[] = tries?.knobs ?? [];
      return knobs.map(({ name, kind, low, high, start }) => {
        const [from, to] = [low(bench, rows), high(bench, rows)];
        return { name, kind, low: from, high: to, start: start(bench, rows) };
      });
    },
    [tries, bench, drawn],
  );
  const scales = useMemo(() => scalesOn(choice.base), [scalesOn, choice.base]);
  const knobs = useMemo(
    () => choice.knobs ?? scales.map(({ start }) => start),
    [choice.knobs, scales],
  );
  const [other, setOther] = useState<{ readonly of: Choice; readonly shown: Shown } | null>(null);
  const [say, setSay] = useState('');
  const latest = useRef(choice);
  latest.current = choice;

  const asRun = choice.table === null && choice.knobs === null;

  useEffect(() => {
    if (!tries || asRun) {
      setSay('');
      return;
    }
    const table = choice.table ?? drawn ?? { X: [] };
    const first = grader.checks.length;
    const only = grader.pictures.map((_, i) => first + i);
    let gone = false;
    let left = TRIES;
    let timer = setTimeout(ask, PAUSE);
    async function ask() {
      const chosen = { table, own: choice.table !== null, knobs, call: choice.from?.call };
      let seen: Awaited<ReturnType<Again>> = null;
      let instead: object = {};
      try {
        instead = tries?.bench(chosen, bench) ?? {};
        seen = await again(instead, only);
      } catch {
        left = 0;
      }
      if (gone) return;
      if (seen) {
        setOther({ of: choice, shown: { ...seen, bench: instead, table } });
        setSay(complaint(seen.learner, only));
      } else if (left > 0) {
        left -= 1;
        timer = setTimeout(ask, LATER);
      } else setSay('This could not be run. Run your code, then try again.');
    }
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [tries, grader, bench, drawn, choice, knobs, asRun, again]);

  const choose = (next: Partial<Choice>) => {
    const all = { ...latest.current, ...next };
    latest.current = all;
    if (all.table && !all.from) kept.set(grader, all.table);
    else if (!all.table) kept.delete(grader);
    setChoice(all);
  };
  /** Takes other rows as a whole, or with null those of the run: a rate starts anew on them. */
  const take = (table: Table | null, from?: Choice['from']) => {
    const moved = latest.current.knobs;
    const next = scalesOn(table).map(({ kind, start }, i) =>
      kind === 'rate' || !moved ? start : moved[i],
    );
    choose({ table, from, base: table, knobs: moved && next });
  };
  const ofRun: Shown = useMemo(
    () => ({ learner: run.learner, reference: run.reference, bench, table: drawn }),
    [run.learner, run.reference, bench, drawn],
  );
  return {
    shown: asRun ? ofRun : (other?.shown ?? ofRun),
    /** True until the pictures are those of the choice. */
    busy: !asRun && other?.of !== choice && say === '',
    say,
    table: choice.table ?? drawn,
    scales,
    knobs,
    choice,
    choose,
    take,
  };
}

/** What became of the learner's code where it gave nothing to draw, as a sentence. */
function complaint({ atLoad, loadTimedOut, witnesses }: Run, only: readonly number[]): string {
  const stopped = (seconds: number) =>
    `Your code was stopped after ${seconds} seconds. What is not there is left out.`;
  if (loadTimedOut !== undefined) return stopped(loadTimedOut);
  const threw =
    atLoad ??
    only
      .map(i => witnesses[i])
      .filter(wasObserved)
      .find(witness => witness.threw)?.threw;
  if (threw) return `Here your code throws ${threw.name}: ${threw.message.slice(0, 200)}`;
  const late = only.map(i => witnesses[i]).find(w => typeof w === 'object' && 'stopped' in w);
  return late && 'seconds' in late ? stopped(late.seconds) : '';
}
