import { useEffect, useState } from 'react';
import type { Kind, ScriptOf } from '../../progress/script-copy';
import { type Copy, copiesKept, exchange, forgetKept } from '../../progress/scripts';
import type { Paper } from '../../rehearsal/paper';
import styles from './Shelf.module.css';
import { momentOf } from './script-words';

/** What gave way to the text on the screen, from another tab or with an import. */
export function Kept<K extends Kind>({
  kind,
  script: present,
  changes,
  paperOf,
  onTake,
}: {
  kind: K;
  /** The one on the screen. */
  script: ScriptOf<K>;
  /** The occasion to look anew. */
  changes: number;
  paperOf: (script: ScriptOf<K>) => Paper;
  /** Puts one in the place of the text on the screen. */
  onTake: (script: ScriptOf<K>) => void;
}) {
  const { id } = present;
  const [copies, setCopies] = useState<readonly Copy<K>[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the occasion
  useEffect(() => {
    let here = true;
    copiesKept(kind, id).then(
      found => here && setCopies(found),
      () => {},
    );
    return () => {
      here = false;
    };
  }, [kind, id, changes]);

  if (copies.length === 0) return null;
  return (
    <section className={styles.kept} aria-labelledby="kept">
      <h2 id="kept" className={styles.heading}>
        Kept copies
      </h2>
      <p className="quiet">
        Each gave way to another text of this, in another tab or with an import.
      </p>
      <ul>
        {copies.map(({ key, at, script }) => (
          <li key={key}>
            <details>
              <summary>{momentOf(at)}</summary>
              {paperOf(script).blocks.map(({ heading, text }) => (
                <p key={heading} className={styles.copy}>
                  <strong>{heading}.</strong> {text}
                </p>
              ))}
            </details>
            <button
              type="button"
              onClick={() => void exchange(kind, present, key).then(() => onTake(script))}
            >
              Use this text
            </button>{' '}
            <button
              type="button"
              onClick={() =>
                void forgetKept(key).then(() =>
                  setCopies(present => present.filter(copy => copy.key !== key)),
                )
              }
            >
              Let it go
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
