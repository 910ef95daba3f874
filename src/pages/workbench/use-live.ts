import { useEffect, useRef, useState } from 'react';
import type { Stage } from '../../../graders/stages';
import { type Live, loadStages, look } from './live';
import type { RunBench } from './use-grading';

/** Typing has paused after so many ms without a key. */
const PAUSE = 400;
/** Where a run is on, the look is put off by so many ms. */
const LATER = 600;

/**
 * Looks at the text with a few quick checks whenever typing pauses. The next key puts an end to it.
 * @param untouched true while the text is the starter, of which there is nothing to say
 * @param settled the last run that is over: after a text that was too heavy, the next one starts it anew
 */
export function useLive({
  open,
  upcoming,
  text,
  untouched,
  on,
  settled,
}: {
  open: () => Promise<RunBench>;
  upcoming: () => number;
  text: string;
  untouched: boolean;
  on: boolean;
  settled: object | null;
}): { live: Live; stages: readonly Stage[] } {
  const [live, setLive] = useState<Live>({ state: 'idle' });
  const [stages, setStages] = useState<readonly Stage[]>([]);
  const latest = useRef(live);
  latest.current = live;

  useEffect(() => {
    let gone = false;
    open()
      .then(bench => loadStages(bench, upcoming()))
      .then(
        found => gone || setStages(found),
        () => {}, // A run says what is wrong.
      );
    return () => {
      gone = true;
    };
  }, [open, upcoming]);

  const heavy = useRef<object | null | undefined>(undefined);
  useEffect(() => {
    if (!on || untouched || stages.length === 0 || heavy.current === settled) return;
    let gone = false;
    let timer = setTimeout(glance, PAUSE);
    async function glance() {
      const bench = await open();
      if (gone) return;
      const seen = await look(bench, stages, text, upcoming(), latest.current);
      if (gone) return;
      if (!seen) {
        timer = setTimeout(glance, LATER);
        return;
      }
      if (seen.state === 'heavy') heavy.current = settled;
      setLive(seen);
    }
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [open, upcoming, text, untouched, on, stages, settled]);

  return { live: on && !untouched ? live : { state: 'idle' }, stages };
}
