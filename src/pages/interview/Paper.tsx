import styles from './UnderWay.module.css';

/** What stands in the place of the editor while one works on paper. */
export function Paper({ onType }: { onType: () => void }) {
  return (
    <div className={styles.paper}>
      <h2>On paper</h2>
      <p>Take a sheet and a pen. The editor opens when you have it on paper.</p>
      <ol>
        <li>Write down what goes in and what comes out, with shapes.</li>
        <li>Write the plan in words, then the code.</li>
        <li>Go through a small example, line by line.</li>
      </ol>
      <button type="button" className="primary" onClick={onType}>
        Put the paper away and type
      </button>
    </div>
  );
}
