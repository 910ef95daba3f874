import { type ReactNode, useState } from 'react';
import { Choices, Dialog } from '../../parts/Dialog';
import { Listing } from '../../parts/Listing';
import { saveAs } from '../save-as';
import styles from './Review.module.css';

/** A report: copied, saved as a file, read here; or deleted with what it is of. */
export function Report({
  report,
  file: name,
  what,
  onDelete,
  children,
}: {
  report: string;
  /** The name of the file. */
  file: string;
  /** What it is of. */
  what: string;
  onDelete: () => void;
  /** What goes with it when it is deleted, and what stays. */
  children: ReactNode;
}) {
  const [say, setSay] = useState('');
  const [asking, setAsking] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(report);
      setSay('Copied.');
    } catch {
      setSay('This browser did not let the page copy. Download the report, or copy it below.');
    }
  }

  function download() {
    const file = new Blob([report], { type: 'text/markdown' });
    saveAs(file, name);
    setSay('');
  }

  return (
    <section aria-labelledby="report">
      <h2 id="report">Report</h2>
      <p className={styles.quiet}>
        It is kept here, with all that is above, and goes with your data when you export them.
      </p>
      <div className={styles.choices}>
        <button type="button" onClick={() => void copy()}>
          Copy as Markdown
        </button>
        <button type="button" onClick={download}>
          Download
        </button>
        <button type="button" onClick={() => setAsking(true)}>
          Delete …
        </button>
        <span role="status" className={styles.quiet}>
          {say}
        </span>
      </div>
      <details>
        <summary>Read it</summary>
        <Listing label="Report" className={styles.listing} text={report} />
      </details>
      {asking && (
        <Dialog title={`Delete this ${what}?`} onClose={() => setAsking(false)}>
          <p>{children}</p>
          <Choices>
            <button type="button" onClick={() => setAsking(false)}>
              Keep it
            </button>
            <button type="button" className={styles.danger} onClick={onDelete}>
              Delete it
            </button>
          </Choices>
        </Dialog>
      )}
    </section>
  );
}

/** The words of our own HTML. */
export function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}
