import { useEffect, useRef, useState } from 'react';
import { VERDICT_WORDS } from '../../../graders/verdict';
import { Listing } from '../../parts/Listing';
import { type Entry, historyOf } from '../../progress/history';
import { type Keeping, keeping } from '../../progress/persistence';
import type { KeptDraft } from '../../progress/store';
import { Changes } from './Changes';
import styles from './HistoryDialog.module.css';

const VIEWS = ['Changes', 'Whole text'] as const;

/** Earlier texts of an exercise: what was run, what something else took the place of, and the way there. */
export function HistoryDialog({
  slug,
  present,
  onClose,
  onRestore,
}: {
  slug: string;
  present: string;
  onClose: () => void;
  onRestore: (text: string) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [rows, setRows] = useState<readonly Row[] | 'unreadable' | null>(null);
  const [shown, setShown] = useState<Row | null>(null);
  const [view, setView] = useState<(typeof VIEWS)[number]>('Changes');
  const [kept, setKept] = useState<Keeping>('unknown');

  useEffect(() => {
    dialog.current?.showModal();
    historyOf(slug).then(
      entries => setRows(entries.map(rowOf)),
      () => setRows('unreadable'),
    );
    void keeping().then(setKept);
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
      {rows === 'unreadable' && <p>This browser keeps no history for this site.</p>}
      {rows?.length === 0 && (
        <p>
          Nothing yet. Every run and every reset keeps the text it found; so does an hour’s work.
        </p>
      )}
      <div className={styles.columns}>
        <ol aria-label="Earlier texts">
          {Array.isArray(rows) &&
            rows.map((row: Row) => (
              <li key={row.key}>
                <button type="button" aria-pressed={shown === row} onClick={() => setShown(row)}>
                  <span>{new Date(row.at).toLocaleString()}</span>
                  <span>{row.what}</span>
                </button>
              </li>
            ))}
        </ol>
        {shown?.text === null && (
          <p>The text of this run was let go of; newer ones near it are kept.</p>
        )}
        {shown && shown.text !== null && (
          <figure>
            <div className={styles.views}>
              {VIEWS.map(name => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={view === name}
                  onClick={() => setView(name)}
                >
                  {name}
                </button>
              ))}
            </div>
            {view === 'Changes' ? (
              <Changes earlier={shown.text} present={present} />
            ) : (
              <Listing label="Earlier text" text={shown.text} />
            )}
            <button
              type="button"
              className="primary"
              disabled={shown.text === present}
              onClick={() => {
                onRestore(shown.text as string);
                dialog.current?.close();
              }}
            >
              Restore this text
            </button>
          </figure>
        )}
      </div>
      <footer>{KEEPING[kept]}</footer>
    </dialog>
  );
}

const KEEPING: Record<Keeping, string> = {
  promised: 'The browser has promised to keep your work until you delete it.',
  'while there is room':
    'Your work is stored in this browser, which may clear it when its disk runs short.',
  unknown: '',
};

const REPLACED: Record<KeptDraft['why'], string> = {
  'typed over': 'along the way',
  reset: 'before a reset',
  'restored another': 'before another was restored',
  'another tab': 'before another tab’s',
  'took the page down': 'took the page down',
};

/** What one line of the list says. */
interface Row {
  readonly key: string;
  readonly at: number;
  readonly text: string | null;
  readonly what: string;
}

function rowOf(entry: Entry): Row {
  if (entry.of === 'kept') {
    const { id, savedAt: at, text, why } = entry.kept;
    return { key: `kept ${id}`, at, text, what: REPLACED[why] };
  }
  const { id, at, text, kind, passed, total } = entry.attempt;
  const word = VERDICT_WORDS[kind];
  return { key: `run ${id}`, at, text, what: total > 0 ? `${word}, ${passed} of ${total}` : word };
}
