import { useState } from 'react';
import { Choices, Dialog } from '../../parts/Dialog';
import type { Contents } from '../../progress/transfer/contents';
import styles from './DataPage.module.css';
import { holdings } from './holdings';
import { count } from './words';

/** Deletes all that is stored, after a question that offers the export first. */
export function DeleteEverything({
  contents: { drafts, history, attempts, interviews, rehearsals, mocks, stories, pitches },
  exportAll,
  onChanged,
}: {
  contents: Contents;
  exportAll: () => Promise<void>;
  onChanged: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const [exported, setExported] = useState(false);
  const [say, setSay] = useState('');

  async function erase() {
    setAsking(false);
    try {
      await (await holdings()).eraseAll();
      setSay('Everything was deleted.');
      onChanged();
    } catch {
      setSay(
        'Nothing was deleted: this browser refused. Delete the data of this site in its settings.',
      );
    }
  }

  return (
    <section aria-labelledby="delete">
      <h2 id="delete">Delete everything</h2>
      <p>
        Drafts, earlier texts, runs, interviews, rehearsals with their recordings, mock interviews,
        stories, pitches, the plan, and settings. What makes the site work offline stays.
      </p>
      <button
        type="button"
        onClick={() => {
          setExported(false);
          setAsking(true);
        }}
      >
        Delete everything …
      </button>
      <p role="status" className={styles.quiet}>
        {say}
      </p>
      {asking && (
        <Dialog title="Delete everything?" onClose={() => setAsking(false)}>
          <p>
            {count(drafts.length, 'draft')}, {count(history.length, 'earlier text')},{' '}
            {count(attempts.length, 'run')}, {count(interviews.length, 'interview')},{' '}
            {count(rehearsals.length, 'rehearsal')}, {count(mocks.length, 'mock interview')},{' '}
            {count(stories.length, 'story', 'stories')} and{' '}
            {count(pitches.length, 'pitch', 'pitches')} will be gone, and this cannot be undone. An
            exported file can bring them back, without recordings. Other open tabs keep what is on
            their screens.
          </p>
          <Choices>
            <button type="button" onClick={() => setAsking(false)}>
              Keep everything
            </button>
            <button type="button" onClick={() => void exportAll().then(() => setExported(true))}>
              {exported ? 'Exported' : 'Export first'}
            </button>
            <button type="button" className={styles.danger} onClick={() => void erase()}>
              Delete everything
            </button>
          </Choices>
        </Dialog>
      )}
    </section>
  );
}
