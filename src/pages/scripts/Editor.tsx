import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Kind, ScriptOf } from '../../progress/script-copy';
import type { Paper } from '../../rehearsal/paper';
import styles from './Editor.module.css';
import { Kept } from './Kept';
import { Notices } from './Notices';
import { Printed, Sharing } from './Sharing';
import { KINDS } from './script-words';
import type { UsedScripts } from './use-scripts';

const SAVED = { saved: 'Saved', saving: 'Saving …', failed: 'Not saved' } as const;

/** A script on the screen, and what can be done with it. */
export interface Written<K extends Kind> {
  readonly script: ScriptOf<K>;
  readonly scripts: UsedScripts<K>;
  readonly change: (work: (script: ScriptOf<K>) => ScriptOf<K>) => void;
  readonly onBack: () => void;
  readonly onDelete: () => void;
}

/** The frame round a story or a pitch: its title, what can be done with it, its parts, what is counted. */
export function Editor<K extends Kind>({
  kind,
  written: { script, scripts, change, onBack, onDelete },
  label,
  paperOf,
  textOf,
  say,
  returned,
  onRehearse,
  aside,
  children,
}: {
  kind: K;
  written: Written<K>;
  label: string;
  paperOf: (script: ScriptOf<K>) => Paper;
  /** All of a script that is written: what a kept copy puts into its place. */
  textOf: (script: ScriptOf<K>) => Partial<ScriptOf<K>>;
  /** What came of a rehearsal that is over. */
  say: string | null;
  /** From a rehearsal, which took the place of this. */
  returned: boolean;
  onRehearse: () => void;
  aside: ReactNode;
  children: ReactNode;
}) {
  const paper = paperOf(script);
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
            {`All ${kind}`}
          </button>
          <span className="facts" data-saving={scripts.saving}>
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
          onChange={({ currentTarget: { value } }) => change(it => ({ ...it, title: value }))}
        />
        <div className="choices">
          <button ref={rehearse} type="button" className="primary" onClick={onRehearse}>
            Rehearse it
          </button>
          <Sharing papers={[paper]} name={KINDS[kind].one}>
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
        <div className={styles.parts}>
          {children}
          <Kept
            kind={kind}
            script={script}
            changes={scripts.changes}
            paperOf={paperOf}
            onTake={kept => change(it => ({ ...it, ...textOf(kept) }))}
          />
        </div>
        <aside className={styles.aside} aria-label="Counted and timed">
          {aside}
        </aside>
      </div>
      <Printed papers={[paper]} />
    </>
  );
}
