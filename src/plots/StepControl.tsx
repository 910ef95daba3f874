import { useEffect, useState, useSyncExternalStore } from 'react';
import styles from './StepControl.module.css';
import type { Steps } from './sketch';

/** How long a step stands while the picture plays, in ms, and how long playing takes at most. */
const PACE = 500;
const LONGEST = 12_000;

const still = '(prefers-reduced-motion: reduce)';

/**
 * Goes through the steps of a picture. Nothing plays unasked, and nothing at all where motion is not
 * wanted: there the steps are gone through one by one.
 */
export function StepControl({
  label,
  steps,
  step,
  onStep,
}: {
  /** What is gone through: the title of the picture. */
  label: string;
  steps: Steps;
  step: number;
  onStep: (step: number) => void;
}) {
  const { last } = steps;
  const [playing, setPlaying] = useState(false);
  const calm = useCalm();
  const on = playing && !calm && step < last;

  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => onStep(step + 1), Math.min(PACE, LONGEST / last));
    return () => clearTimeout(timer);
  }, [on, step, last, onStep]);

  const go = (to: number) => {
    setPlaying(false);
    onStep(Math.min(Math.max(to, 0), last));
  };
  const play = () => {
    if (on) return setPlaying(false);
    if (step === last) onStep(0);
    setPlaying(true);
  };
  return (
    <div className={styles.control}>
      <fieldset className={styles.bar}>
        <legend className="visually-hidden">Steps: {label}</legend>
        <button type="button" aria-label="First step" disabled={step === 0} onClick={() => go(0)}>
          <Sign d="M3 2v8M10 2 5 6l5 4z" />
        </button>
        <button
          type="button"
          aria-label="Step back"
          disabled={step === 0}
          onClick={() => go(step - 1)}
        >
          <Sign d="M9 2 4 6l5 4z" />
        </button>
        {!calm && (
          <button type="button" aria-label={on ? 'Pause' : 'Play'} onClick={play}>
            <Sign d={on ? 'M3.5 2v8M8.5 2v8' : 'M3 1.5 10 6l-7 4.5z'} />
          </button>
        )}
        <button
          type="button"
          aria-label="Step forward"
          disabled={step === last}
          onClick={() => go(step + 1)}
        >
          <Sign d="M3 2l5 4-5 4z" />
        </button>
        <button
          type="button"
          aria-label="Last step"
          disabled={step === last}
          onClick={() => go(last)}
        >
          <Sign d="M9 2v8M2 2l5 4-5 4z" />
        </button>
        <input
          type="range"
          aria-label="Step"
          min={0}
          max={last}
          value={step}
          aria-valuetext={steps.say(step)}
          onChange={event => go(Number(event.target.value))}
        />
      </fieldset>
      <p className={styles.say}>{steps.say(step)}</p>
    </div>
  );
}

/** The signs of a player. */
function Sign({ d }: { d: string }) {
  return (
    <svg className={styles.sign} viewBox="0 0 12 12" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

/** @returns whether motion is not wanted. */
function useCalm(): boolean {
  return useSyncExternalStore(
    tell => {
      const query = matchMedia(still);
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => matchMedia(still).matches,
  );
}
