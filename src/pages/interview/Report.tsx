import { useState } from 'react';
import type { Exercise } from '../../catalog/exercise';
import { Choices, Dialog } from '../../parts/Dialog';
import { Listing } from '../../parts/Listing';
import type { Interview } from '../../progress/interview';
import { dayOf, saveAs } from '../save-as';
import styles from './Review.module.css';
import { reportOf } from './report';
import { dateOf, titleOf } from './words';

/** The report of an interview: copied, saved as a file, read here; or deleted with the interview. */
export function Report({
  interview,
  exercise,
  onDelete,
}: {
  interview: Interview;
  exercise: Exercise | null;
  onDelete: () => void;
}) {
  const [say, setSay] = useState('');
  const [asking, setAsking] = useState(false);
  const report = reportOf(interview, {
    title: titleOf(interview.slug),
    date: dateOf(interview),
    followUps: exercise?.content.followUps.map(({ question }) => plain(question)) ?? [],
  });

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
    saveAs(file, `interview-${interview.slug}-${dayOf(new Date(interview.began))}.md`);
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
        <Dialog title="Delete this interview?" onClose={() => setAsking(false)}>
          <p>
            Its text, its questions, its marks and its report will be gone, and this cannot be
            undone. The runs stay in the history of the exercise.
          </p>
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
function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}
