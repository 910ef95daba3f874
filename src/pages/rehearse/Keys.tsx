import { type RefObject, useEffect, useState } from 'react';
import type { Stage } from '../../rehearsal/attempt';
import styles from './Attempt.module.css';

const COMMIT = ['Ctrl+Enter', 'commit'] as const;
const ALL: Record<Stage, readonly (readonly [keys: string, does: string])[]> = {
  answer: [COMMIT, ['W', 'another wording']],
  confidence: [
    ['0 – 9', '0 to 90 %'],
    ['← →', 'ten less or more'],
    ['Enter', 'go on'],
  ],
  checks: [['Enter', 'hand in']],
  grade: [
    ['1 – 9', 'tick a key point'],
    ['Enter', 'show the rating, then done'],
  ],
  done: [['Enter', 'go on']],
};

/** What the keys do at this step; they are heard while the focus is in the card. */
export function Keys({
  stage,
  quick,
  region,
}: {
  stage: Stage;
  /** Enter commits in the text, too. */
  quick: boolean;
  region: RefObject<HTMLElement | null>;
}) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const { current } = region;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '?' || isTyping(event)) return;
      event.preventDefault();
      setOpen(open => !open);
    };
    current?.addEventListener('keydown', pressed);
    return () => current?.removeEventListener('keydown', pressed);
  }, [region]);

  const rows = ALL[stage].map(row =>
    quick && row === COMMIT ? (['Enter', 'commit'] as const) : row,
  );
  return (
    <footer className={styles.keys}>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        Keys
      </button>{' '}
      <kbd>?</kbd>
      {open && (
        <dl>
          {rows.map(([keys, does]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      )}
    </footer>
  );
}

/** Whether a key goes into a text. */
export function isTyping({ target }: { readonly target: EventTarget | null }): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|range)$/.test(target.type))
  );
}

/** Whether a key presses something of its own. */
export function isOnControl({ target }: { readonly target: EventTarget | null }): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary, select') !== null;
}
