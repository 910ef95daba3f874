import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Kind } from '../../progress/script-copy';
import type { Paper } from '../../rehearsal/paper';
import type { Script } from '../../rehearsal/script';
import { Notices } from './Notices';
import styles from './Scripts.module.css';
import { Printed, Sharing } from './Sharing';
import type { UsedScripts } from './use-scripts';

const SAVED = { saved: 'Saved', saving: 'Saving …', failed: 'Not saved' } as const;

/** The frame round a story or a pitch: its title, what can be done with it, its parts, what is counted. */
export function Editor<K extends Kind>({
  scripts,
  script,
  label,
  paper,
  name,
  back,
  say,
  returned,
  onTitle,
  onRehearse,
  onBack,
  onDelete,
  aside,
  children,
}: {
  scripts: UsedScripts<K>;
  script: Script;
  label: string;
  paper: Paper;
  /** Of the file, where the text cannot be copied. */
  name: string;
  back: string;
  /** What came of a rehearsal that is over. */
  say: string | null;
  /** From a rehearsal, which took the place of this. */
  returned: boolean;
  onTitle: (title: string) => void;
  onRehearse: () => void;
  onBack: () => void;
  onDelete: () => void;
  aside: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const title = useRef<HTMLInputElement>(null);
  const rehearse = useRef<HTMLButtonElement>(null);

  // A new one begins with its title; after a rehearsal the next is one key away.
  const first = useRef(returned);
  useEffect(() => {
    if (first.current) rehearse.current?.focus();
    else if (title.current?.value === '') title.current.focus();
  }, []);

  return (
    <>
      <Notices scripts={scripts} shown={script.id} />
      <header className={styles.head}>
        <p className={styles.way}>
          <button type="button" className="link" onClick={onBack}>
            {back}
          </button>
          <span className={styles.facts} data-saving={scripts.saving}>
            {SAVED[scripts.saving]}
          </span>
        </p>
        <label htmlFor={id} className="visually-hidden">
          {label}
        </label>
        <input
          ref={title}
          id={id}
          type="text"
          autoComplete="off"
          placeholder={label}
          value={script.title}
          onChange={({ currentTarget }) => onTitle(currentTarget.value)}
        />
        <div className={styles.choices}>
          <button ref={rehearse} type="button" className="primary" onClick={onRehearse}>
            Rehearse it
          </button>
          <Sharing papers={[paper]} name={name}>
            <button type="button" onClick={onDelete}>
              Delete
            </button>
          </Sharing>
        </div>
        <p role="status" className={styles.said}>
          {say}
        </p>
      </header>
      <div className={styles.columns}>
        <div className={styles.parts}>{children}</div>
        <aside className={styles.aside} aria-label="Counted and timed">
          {aside}
        </aside>
      </div>
      <Printed papers={[paper]} />
    </>
  );
}
