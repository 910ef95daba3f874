import type { ReactNode } from 'react';
import { type Diagnosis, printEvidence } from '../../../graders/diagnose';
import { printNumber } from '../../../graders/print';
import { at } from '../../../graders/value';
import type { Outcome, SyntaxProblem, Verdict } from '../../../graders/verdict';
import { VERDICT_WORDS, verdictKind } from '../../../graders/verdict';
import type { Judging } from '../../catalog/judging';
import { Glyph } from '../../parts/Glyph';
import { Listing } from '../../parts/Listing';
import { Pictures } from '../../plots/Pictures';
import { FailureView } from './FailureView';
import styles from './ResultsPane.module.css';
import { SmallestCase } from './SmallestCase';
import type { Grading } from './use-grading';

/** What came of the last run: verdict, reason, checks, pictures, console. */
export function ResultsPane({
  grading,
  judging,
  warnings,
  reveal,
  replay,
  own,
  append,
}: {
  grading: Grading;
  judging: Judging | null;
  /** Type errors that did not keep the code from running. */
  warnings: readonly SyntaxProblem[];
  reveal: (line: number) => void;
  replay: (seed: number) => void;
  /** The learner's text as it stands. */
  own: string;
  /** Puts a text behind it. */
  append: (text: string) => void;
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
        own={own}
        append={append}
      />
    </div>
  );
}

function kindOf(grading: Grading): string {
  if (grading.state === 'running' && grading.outcomes) return verdictKind(grading.outcomes);
  return grading.state === 'done' ? grading.graded.verdict.kind : grading.state;
}

function StatusText({ grading }: { grading: Grading }): ReactNode {
  if (grading.state === 'idle') return 'No run yet';
  if (grading.state === 'impossible') return 'Could not run';
  if (grading.state === 'running')
    return grading.outcomes ? 'Looking for the reason …' : 'Running …';
  const { verdict } = grading.graded;
  const outcomes = verdict.kind === 'not-compiled' ? [] : verdict.outcomes;
  return <Word kind={verdict.kind} tally={tally(outcomes)} />;
}

function Word({ kind, tally }: { kind: Verdict['kind']; tally: string }) {
  return (
    <>
      <strong>{VERDICT_WORDS[kind]}</strong> <span>{tally}</span>
    </>
  );
}

function tally(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return 'nothing was run';
  const passed = outcomes.filter(outcome => outcome.state === 'passed').length;
  const all = outcomes.length;
  return passed === all ? `all ${all} checks` : `${passed} of ${all} checks pass`;
}

function Body({
  grading,
  judging,
  warnings,
  reveal,
  replay,
  own,
  append,
}: Parameters<typeof ResultsPane>[0]): ReactNode {
  if (grading.state === 'idle') return null;
  if (grading.state === 'impossible') return <p>{grading.say}</p>;
  if (grading.state === 'running') {
    const { outcomes } = grading;
    return (
      outcomes && (
        <>
          {verdictKind(outcomes) !== 'passed' && (
            <p className={styles.diagnosis}>Looking for the reason …</p>
          )}
          <Headline outcomes={outcomes} reveal={reveal} />
          <Checks outcomes={outcomes} reveal={reveal} />
        </>
      )
    );
  }
  const { graded, seed, console, took } = grading;
  const { verdict } = graded;
  if (verdict.kind === 'not-compiled')
    return <Problems problems={verdict.problems} reveal={reveal} />;
  const pictures = judging && graded.learner && (
    <Pictures grader={judging.grader} learner={graded.learner} reference={graded.reference} />
  );
  return (
    <>
      {verdict.diagnosis && (
        <section className={styles.diagnosis} aria-label="Diagnosis">
          <h3>
            {verdict.diagnosis.from === 'symptom' ? 'What the numbers show' : 'The likely mistake'}
          </h3>
          <p>{verdict.diagnosis.say}</p>
          <Evidence diagnosis={verdict.diagnosis} outcomes={verdict.outcomes} />
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
      <Headline outcomes={verdict.outcomes} reveal={reveal}>
        <SmallestCase graded={graded} own={own} append={append} />
      </Headline>
      {verdict.kind === 'passed' && pictures}
      <Checks outcomes={verdict.outcomes} reveal={reveal} />
      {verdict.kind !== 'passed' && pictures}
      {warnings.length > 0 && (
        <details className={styles.fold}>
          <summary>
            {warnings.length} type {warnings.length === 1 ? 'warning' : 'warnings'}; the code ran
            all the same
          </summary>
          <Problems problems={warnings} reveal={reveal} />
        </details>
      )}
      {console.length > 0 && (
        <details className={styles.fold} open>
          <summary>Console</summary>
          <Listing label="Console" className={styles.console} text={console.join('\n')} />
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

/** What a named mistake rests on: the first two numbers that differ, and how often it was put to the test. */
function Evidence({ diagnosis, outcomes }: { diagnosis: Diagnosis; outcomes: readonly Outcome[] }) {
  const equality = printEvidence(diagnosis);
  if (!equality) return null;
  return (
    <p className={styles.evidence}>
      {firstNumbers(outcomes)} {equality}
    </p>
  );
}

/** @example 'Yours 3.2, expected 1.6, ratio 2.' A ratio of labels or counts would say nothing. */
function firstNumbers(outcomes: readonly Outcome[]): string {
  const outcome = outcomes.find(hasDetail);
  if (outcome?.state !== 'missed' || outcome.failure.by === undefined) return '';
  const { received, expected, path = [], allowed } = outcome.failure;
  const [mine, wanted] = [at(received, path), at(expected, path)];
  if (typeof mine !== 'number' || typeof wanted !== 'number') return '';
  const numbers = `Yours ${printNumber(mine)}, expected ${printNumber(wanted)}`;
  const hasRatio = wanted !== 0 && allowed !== 0;
  return hasRatio ? `${numbers}, ratio ${Number((mine / wanted).toPrecision(4))}.` : `${numbers}.`;
}

/** The first check that did not pass, in full. */
function Headline({
  outcomes,
  reveal,
  children,
}: {
  outcomes: readonly Outcome[];
  reveal: (line: number) => void;
  children?: ReactNode;
}) {
  const outcome = outcomes.find(hasDetail);
  if (!outcome) return null;
  return (
    <section className={styles.headline} aria-label="First failing check">
      <h3>
        <Glyph state={outcome.state} />
        <span>{outcome.name}</span>
      </h3>
      <FailureView outcome={outcome} reveal={reveal} />
      {children}
    </section>
  );
}

function Checks({
  outcomes,
  reveal,
}: {
  outcomes: readonly Outcome[];
  reveal: (line: number) => void;
}) {
  return (
    <ol className={styles.checks} aria-label="Checks">
      {outcomes.map(outcome => (
        <li key={outcome.name} data-state={outcome.state}>
          {hasDetail(outcome) ? (
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
