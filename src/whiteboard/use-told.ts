import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { MOST, writeSketch } from './sketch-text';

type Elements = Parameters<typeof writeSketch>[0];

const PAUSE = 400; // ms
/** A page may hand back what it was told some while ago; that is no other sketch. */
const REMEMBERED = 8;

/**
 * Tells a page of what is drawn: when the hand rests, when the page is left, and only what changed.
 * @param onChange is handed the text of the sketch
 * @param onFull is told whether the sketch is too long to be kept
 */
export function useTold(onChange: (value: string) => void, onFull: (full: boolean) => void) {
  const latest = useRef({ onChange, onFull });
  useLayoutEffect(() => {
    latest.current = { onChange, onFull };
  });
  const before = useRef<string | null>(null);
  const told = useRef<readonly string[]>([]);
  const waiting = useRef<{ elements: Elements; timer: number } | null>(null);

  const tell = useCallback(() => {
    if (!waiting.current) return;
    const { elements, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    const text = writeSketch(elements);
    if (text === before.current) return;
    latest.current.onFull(text.length > MOST);
    if (text.length > MOST) return;
    before.current = text;
    told.current = [text, ...told.current].slice(0, REMEMBERED);
    latest.current.onChange(text);
  }, []);

  /** To be called before each touch: what is there before the first is nothing new. */
  const begin = useCallback((elements: Elements) => {
    before.current ??= writeSketch(elements);
  }, []);

  /** What changes before the first touch was not drawn by anybody. */
  const changed = useCallback(
    (elements: Elements) => {
      if (before.current === null) return;
      clearTimeout(waiting.current?.timer);
      waiting.current = { elements, timer: window.setTimeout(tell, PAUSE) };
    },
    [tell],
  );

  /** Forgets what is drawn, for another sketch. */
  const forget = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
    before.current = null;
  }, []);

  const isTold = useCallback(
    (value: string | null) => value !== null && told.current.includes(value),
    [],
  );

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') tell();
    };
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', tell);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', tell);
    };
  }, [tell]);
  useLayoutEffect(() => tell, [tell]);

  return { begin, changed, forget, isTold };
}
