import type { ReactNode } from 'react';
import type { Outcome, SyntaxProblem, Verdict } from '../../../graders/verdict';
import { VERDICT_WORDS } from '../../../graders/verdict';
import type { Judging } from '../../catalog/exercise';
import { Glyph } from '../../parts/Glyph';
import { Pictures } from '../../plots/Pictures';
import { FailureView } from './FailureView';
import styles from './ResultsPane.module.css';
import type { Grading } from './use-grading';

/** What came of the last run: verdict, reason, checks, pictures, console. */
export function ResultsPane({
  grading,
  judging,
  warnings,
  reveal,
  replay,
}: {
  grading: Grading;
  judging: Judging | null;
  /** Type errors that did not keep the code from running. */
  warnings: readonly SyntaxProblem[];
  reveal: (line: number) => void;
  replay: (seed: number) => void;
}) {
  return (
    <div className={styles.pane}>
      <p role="status" className={styles.status} data-kind={kindOf(grading)}>
        <StatusText grading={grading} />
      </p>
      <Body
        grading={grading}
        judging={judging}
        warnings={warnings}
        reveal={reveal}
        replay={replay}
      />
    </div>
  );
}

function kindOf(grading: Grading): string {
  return grading.state === 'done' ? grading.graded.verdict.kind : grading.state;
}

function StatusText({ grading }: { grading: Grading }): ReactNode {
  if (grading.state === 'idle') return 'No run yet';
  if (grading.state === 'impossible') return 'Could not run';
  if (grading.state === 'running')
    return grading.outcomes ? 'Looking for the reason …' : 'Running …';
  const { verdict } = grading.graded;
  return (
    <>
      <strong>{VERDICT_WORDS[verdict.kind]}</strong> <span>{tally(verdict)}</span>
    </>
  );
}

function tally(verdict: Verdict): string {
  if (verdict.kind === 'not-compiled') return 'nothing was run';
  const passed = verdict.outcomes.filter(outcome => outcome.state === 'passed').length;
  const all = verdict.outcomes.length;
  return passed === all ? `all ${all} checks` : `${passed} of ${all} checks pass`;
}

function Body({
  grading,
  judging,
  warnings,
  reveal,
  replay,
}: Parameters<typeof ResultsPane>[0]): ReactNode {
  if (grading.state === 'idle') {
    return (
      <p className={styles.quiet}>
        Press <kbd>Run</kbd> or <kbd>Ctrl</kbd> <kbd>Enter</kbd> to have your code judged. The data
        is drawn anew each time.
      </p>
    );
  }
  if (grading.state === 'impossible') return <p>{grading.say}</p>;
  if (grading.state === 'running') {
    return grading.outcomes && <Checks outcomes={grading.outcomes} reveal={reveal} />;
  }
  const { graded, seed, console, took } = grading;
  const { verdict } = graded;
  if (verdict.kind === 'not-compiled')
    return <Problems problems={verdict.problems} reveal={reveal} />;
  return (
    <>
      {verdict.diagnosis && (
        <section className={styles.diagnosis} aria-label="Diagnosis">
          <h3>
            {verdict.diagnosis.from === 'symptom' ? 'What the numbers show' : 'The likely mistake'}
          </h3>
          <p>{verdict.diagnosis.say}</p>
        </section>
      )}
      {verdict.atLoad && (
        <p>
          Your code failed while it was loaded, before any check:{' '}
          <code>
            {verdict.atLoad.name}: {verdict.atLoad.message}
          </code>
          {verdict.atLoad.line !== undefined && (
            <>
              {' '}
              at <LineLink line={verdict.atLoad.line} reveal={reveal} />
            </>
          )}
        </p>
      )}
      {verdict.kind === 'timed-out' &&
        verdict.outcomes.every(outcome => outcome.state === 'not-run') && (
          <p>
            Your code did not finish loading in time. Look for a loop outside any function; your
            code is untouched.
          </p>
        )}
      {verdict.notes.map(note => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <Checks outcomes={verdict.outcomes} reveal={reveal} />
      {warnings.length > 0 && (
        <details className={styles.fold}>
          <summary>
            {warnings.length} type {warnings.length === 1 ? 'warning' : 'warnings'}; the code ran
            all the same
          </summary>
          <Problems problems={warnings} reveal={reveal} />
        </details>
      )}
      {judging && graded.learner && (
        <Pictures grader={judging.grader} learner={graded.learner} reference={graded.reference} />
      )}
      {console.length > 0 && (
        <details className={styles.fold} open>
          <summary>Console</summary>
          <pre className={styles.console}>{console.join('\n')}</pre>
        </details>
      )}
      <footer className={styles.footer}>
        <span>
          Data seed <code>{seed}</code>
        </span>
        <button type="button" className="link" onClick={() => replay(seed)}>
          Run again with this seed
        </button>
        <span className={styles.time}>{Math.round(took)} ms</span>
      </footer>
    </>
  );
}

function Checks({
  outcomes,
  reveal,
}: {
  outcomes: readonly Outcome[];
  reveal: (line: number) => void;
}) {
  const headline = outcomes.findIndex(
    outcome => outcome.state !== 'passed' && outcome.state !== 'not-run',
  );
  return (
    <ol className={styles.checks} aria-label="Checks">
      {outcomes.map((outcome, i) => (
        <li key={outcome.name} data-state={outcome.state}>
          {i === headline ? (
            <>
              <p className={styles.name}>
                <Glyph state={outcome.state} />
                <span>{outcome.name}</span>
              </p>
              <div className={styles.detail}>
                <FailureView outcome={outcome} reveal={reveal} />
              </div>
            </>
          ) : hasDetail(outcome) ? (
            <details>
              <summary className={styles.name}>
                <Glyph state={outcome.state} />
                <span>{outcome.name}</span>
              </summary>
              <div className={styles.detail}>
                <FailureView outcome={outcome} reveal={reveal} />
              </div>
            </details>
          ) : (
            <p className={styles.name}>
              <Glyph state={outcome.state} />
              <span>{outcome.name}</span>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function hasDetail({ state }: Outcome): boolean {
  return state !== 'passed' && state !== 'not-run';
}

function Problems({
  problems,
  reveal,
}: {
  problems: readonly SyntaxProblem[];
  reveal: (line: number) => void;
}) {
  return (
    <ul className={styles.problems}>
      {problems.map(problem => (
        <li key={`${problem.line}:${problem.column}:${problem.message}`}>
          {problem.line !== undefined && <LineLink line={problem.line} reveal={reveal} />}{' '}
          {problem.message}
        </li>
      ))}
    </ul>
  );
}

function LineLink({ line, reveal }: { line: number; reveal: (line: number) => void }) {
  return (
    <button type="button" className="link" onClick={() => reveal(line)}>
      line {line}
    </button>
  );
}
