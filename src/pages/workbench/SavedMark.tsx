import type { Saving } from '../../progress/use-draft';
import styles from './SavedMark.module.css';

/** Whether the text is safe, in one word; its place never changes width. */
export function SavedMark({ saving }: { saving: Saving }) {
  const { state } = saving;
  const word = { loading: '', saving: 'Saving …', saved: 'Saved', failed: '', off: '' }[state];
  return (
    <span className={styles.saved} data-state={state}>
      {word || ('say' in saving && 'Not saved')}
    </span>
  );
}
