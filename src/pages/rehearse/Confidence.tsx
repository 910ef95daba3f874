import { useRef, useState } from 'react';
import styles from './Attempt.module.css';
import { isOnControl } from './Keys';
import { useKeys } from './use-keys';

const STEPS = Array.from({ length: 11 }, (_, i) => i * 10); // per cent

/** How sure one is of an answer that is locked, before anything of the model answer is seen. */
export function Confidence({ onStated }: { onStated: (percent: number) => void }) {
  const [percent, setPercent] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useKeys(form, event => {
    if (/^\d$/.test(event.key)) setPercent(Number(event.key) * 10);
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const by = event.key === 'ArrowRight' ? 10 : -10;
      event.preventDefault();
      setPercent(Math.min(100, Math.max(0, (percent ?? 50) + by)));
    }
    if (event.key === 'Enter' && !isOnControl(event) && percent !== null) {
      event.preventDefault();
      onStated(percent);
    }
  });

  return (
    <form
      ref={form}
      className={styles.step}
      onSubmit={event => {
        event.preventDefault();
        if (percent !== null) onStated(percent);
      }}
    >
      <fieldset className={styles.scale}>
        <legend>Your answer is locked. How sure are you of it?</legend>
        {STEPS.map(step => (
          <label key={step}>
            <input
              type="radio"
              name="confidence"
              checked={percent === step}
              onChange={() => setPercent(step)}
            />
            <span>{step}</span>
          </label>
        ))}
        <span aria-hidden="true">%</span>
      </fieldset>
      <button type="submit" className="primary" disabled={percent === null}>
        Go on
      </button>
    </form>
  );
}
