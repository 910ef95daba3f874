import { useEffect, useRef, useState } from 'react';
import type { Stage } from '../../../graders/stages';
import { type Live, loadStages, look } from './live';
import type { RunBench } from './run-bench';

/** Typing has paused after so many ms without a key. */
const PAUSE = 400;
/** Where a run is on, the look is put off by so many ms. */
const LATER = 600;

/** Set while a text is looked at: a page that finds it was taken down by one. */
const LOOKING = 'looking-at';

/**
 * Looks at the text with a few quick checks whenever typing pauses; the next key puts an end to it.
 * What was there when the page came, or when a run ended, is not looked at: only what is typed since.
 * @param settled the last run that is over: after a text that was too heavy, the next one starts it anew
 */
export function useLive({
  slug,
  open,
  text,
  untouched,
  on,
  settled,
}: {
  slug: string;
  open: () => Promise<RunBench>;
  text: string;
  /** True while the text is the starter, of which there is nothing to say. */
  untouched: boolean;
  on: boolean;
  settled: object | null;
}): { live: Live; stages: readonly Stage[] } {
  const [live, setLive] = useState<Live>(() => (tookDown(slug) ? HEAVY : IDLE));
  const [stages, setStages] = useState<readonly Stage[]>([]);
  const latest = useRef(live);
  latest.current = live;

  useEffect(() => {
    let gone = false;
    open()
      .then(loadStages)
      .then(
        found => gone || setStages(found),
        () => {}, // A run says what is wrong.
      );
    return () => {
      gone = true;
    };
  }, [open]);

  // Who leaves in the middle of a look was not taken down by it.
  useEffect(() => {
    const leave = () => note(null);
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);

  const base = useRef(text);
  const lastSettled = useRef(settled);
  useEffect(() => {
    if (lastSettled.current === settled) return;
    lastSettled.current = settled;
    base.current = text;
    setLive(IDLE);
  }, [settled, text]);

  useEffect(() => {
    if (latest.current.state === 'heavy') return;
    if (text === base.current) setLive(IDLE);
    if (!on || untouched || stages.length === 0 || text === base.current) return;
    let gone = false;
    let timer = setTimeout(glance, PAUSE);
    async function glance() {
      const bench = await open();
      if (gone) return;
      note(slug);
      const seen = await look(bench, stages, text, latest.current).catch(() => null);
      note(null);
      if (gone) return;
      if (seen) setLive(seen);
      else timer = setTimeout(glance, LATER);
    }
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [slug, open, text, untouched, on, stages]);

  return { live: on && !untouched ? live : IDLE, stages };
}

const IDLE: Live = { state: 'idle' };
const HEAVY: Live = { state: 'heavy', outcomes: new Map() };

function note(slug: string | null): void {
  try {
    if (slug === null) localStorage.removeItem(LOOKING);
    else localStorage.setItem(LOOKING, slug);
  } catch {}
}

function tookDown(slug: string): boolean {
  try {
    if (localStorage.getItem(LOOKING) !== slug) return false;
    localStorage.removeItem(LOOKING);
    return true;
  } catch {
    return false;
  }
}
