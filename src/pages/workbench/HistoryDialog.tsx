import { useEffect, useRef, useState } from 'react';
import { VERDICT_WORDS } from '../../../graders/verdict';
import { Listing } from '../../parts/Listing';
import { attemptsAt } from '../../progress/attempts';
import { keptDrafts } from '../../progress/drafts';
import type { KeptDraft } from '../../progress/store';
import styles from './HistoryDialog.module.css';

interface Entry {
  readonly at: number;
  readonly text: string;
  readonly what: string;
}

/** Earlier texts of an exercise: what was run, and what something else took the place of. */
export function HistoryDialog({
  slug,
  onClose,
  onRestore,
}: {
  slug: string;
  onClose: () => void;
  onRestore: (text: string) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  const [shown, setShown] = useState<Entry | null>(null);

  useEffect(() => {
    dialog.current?.showModal();
    entriesOf(slug).then(setEntries, () => setEntries([]));
  }, [slug]);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="history-title"
      onClose={onClose}
    >
      <header>
        <h2 id="history-title">History</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {entries?.length === 0 && (
        <p>Nothing yet. Every run and every reset keeps the text it found.</p>
      )}
      <div className={styles.columns}>
        <ol>
          {entries?.map(entry => (
            <li key={`${entry.at} ${entry.what}`}>
              <button type="button" aria-pressed={shown === entry} onClick={() => setShown(entry)}>
                <span>{new Date(entry.at).toLocaleString()}</span>
                <span>{entry.what}</span>
              </button>
            </li>
          ))}
        </ol>
        {shown && (
          <figure>
            <Listing label="Earlier text" text={shown.text} />
            <button
              type="button"
              className="primary"
              onClick={() => {
                onRestore(shown.text);
                dialog.current?.close();
              }}
            >
              Restore this text
            </button>
          </figure>
        )}
      </div>
    </dialog>
  );
}

async function entriesOf(slug: string): Promise<Entry[]> {
  const [kept, attempts] = await Promise.all([keptDrafts(slug), attemptsAt(slug)]);
  const replaced: Record<KeptDraft['why'], string> = {
    'typed over': 'along the way',
    'took the page down': 'took the page down',
    reset: 'before a reset',
    'restored another': 'before another was restored',
    'another tab': 'before another tab’s',
  };
  return [
    ...kept.map(({ savedAt, text, why }) => ({ at: savedAt, text, what: replaced[why] })),
    ...attempts.map(({ at, text, kind, passed, total }) => ({
      at,
      text: text ?? '',
      what: total > 0 ? `${VERDICT_WORDS[kind]}, ${passed} of ${total}` : VERDICT_WORDS[kind],
    })),
  ].sort((a, b) => b.at - a.at);
}
