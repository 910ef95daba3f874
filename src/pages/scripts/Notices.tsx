import type { Kind } from '../../progress/script-copy';
import styles from './Notices.module.css';
import type { UsedScripts } from './use-scripts';

/** What happened to what is written: not saved, changed elsewhere, deleted and how to undo that. */
export function Notices<K extends Kind>({
  scripts,
  shown,
}: {
  scripts: UsedScripts<K>;
  /** The one on the screen; null on a list. */
  shown: number | null;
}) {
  const { saving, notice, removed, putBack } = scripts;
  return (
    <>
      {saving === 'failed' && (
        <p role="alert" className={`warning ${styles.line}`}>
          Not saved: this browser did not store the last change. Copy the text before you leave; it
          is tried again with every key.
        </p>
      )}
      {notice && notice.id === shown && (
        <p role="status" className={`notice ${styles.line}`}>
          {notice.say}
        </p>
      )}
      {removed.map(({ script, elsewhere }) => (
        <p role="status" className={`notice ${styles.line}`} key={script.id}>
          {elsewhere ? 'Another tab deleted' : 'Deleted:'} “{script.title.trim() || 'untitled'}”.{' '}
          <button type="button" onClick={() => void putBack(script.id)}>
            {elsewhere ? 'Put it back' : 'Undo'}
          </button>
        </p>
      ))}
    </>
  );
}
