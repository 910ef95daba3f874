import { type ReactNode, useCallback, useState } from 'react';
import { type Diagnosis, printEvidence } from '../../../graders/diagnose';
import { printNumber } from '../../../graders/print';
import { at } from '../../../graders/value';
import type { Outcome, SyntaxProblem, Verdict } from '../../../graders/verdict';
import { VERDICT_WORDS, verdictKind } from '../../../graders/verdict';
import type { Judging } from '../../catalog/judging';
import { Glyph } from '../../parts/Glyph';
import { Listing } from '../../parts/Listing';
import { type FailingCase, failingCase } from '../../plots/failing-case';
import { Pictures } from '../../plots/Pictures';
import { useSettings } from '../../settings/settings';
import { againOn } from './again';
import { FailureView } from './FailureView';
import { HowToRun } from './HowToRun';
import type { Live } from './live';
import styles from './ResultsPane.module.css';
import type { RunBench } from './run-bench';
import { SmallestCase } from './SmallestCase';
import { Stages } from './Stages';
import type { Grading } from './use-grading';
import { useLive } from './use-live';

/** What came of the last run: verdict, reason, checks, pictures, console. */
export function ResultsPane({
  slug,
  grading,
  judging,
  warnings,
  reveal,
  replay,
  own,
  untouched,
  append,
  open,
  quick = true,
}: {
  slug: string;
  grading: Grading;
  judging: Judging | null;
  /** Type errors that did not keep the code from running. */
  warnings: readonly SyntaxProblem[];
  reveal: (line: number) => void;
  replay: (seed: number) => void;
  /** The learner's text as it stands. */
  own: string;
  /** True while it is the starter. */
  untouched: boolean;
  /** Puts a text behind it. */
  append: (text: string) => void;
  open: () => Promise<RunBench>;
  /** Whether a few checks may run while one types. */
  quick?: boolean;
}) {
  const { quickChecks } = useSettings();
  const settled = grading.state === 'done' ? grading.graded : null;
  const { live, stages } = useLive({
    slug,
    open,
    text: own,
    untouched,
    on: quick && quickChecks,
    settled,
  });
  return (
    <div className={styles.pane}>
      <p role="status" className={styles.status} data-kind={kindOf(grading)}>
        <StatusText grading={grading} />
      </p>
      {stages.length > 0 && (
        <Stages stages={stages} outcomes={outcomesOf(grading)} live={live} quick={quick} />
      )}
      <Body
        grading={grading}
        judging={judging}
        warnings={warnings}
        reveal={reveal}
        replay={replay}
        own={own}
        append={append}
        live={live}
        open={open}
      />
    </div>
  );
}

function outcomesOf(grading: Grading): readonly Outcome[] {
  if (grading.state === 'running') return grading.outcomes ?? [];
  if (grading.state !== 'done' || grading.graded.verdict.kind === 'not-compiled') return [];
  return grading.graded.verdict.outcomes;
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
  live,
  open,
}: Pick<
  Parameters<typeof ResultsPane>[0],
  'grading' | 'judging' | 'warnings' | 'reveal' | 'replay' | 'own' | 'append' | 'open'
> & { live: Live }): ReactNode {
  const [look, setLook] = useState<{ of: unknown; failing: FailingCase } | null>(null);
  const source = grading.state === 'done' ? grading.source : '';
  const again = useCallback(
    (instead: object, only: readonly number[]) => againOn(open, source, instead, only),
    [open, source],
  );
  if (grading.state === 'idle') return <HowToRun />;
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
          <Checks outcomes={outcomes} reveal={reveal} live={live} />
        </>
      )
    );
  }
  const { graded, seed, console, took } = grading;
  const { verdict } = graded;
  if (verdict.kind === 'not-compiled')
    return <Problems problems={verdict.problems} reveal={reveal} />;
  const pictures = judging && graded.learner && (
    <Pictures
      grader={judging.grader}
      seed={seed}
      learner={graded.learner}
      reference={graded.reference}
      again={again}
      look={look?.of === graded ? look.failing : null}
    />
  );
  const headline = verdict.outcomes.find(hasDetail);
  const failing = judging && graded.learner && headline && failingCase(judging.grader, headline);
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
        {failing && (
          <p className={styles.look}>
            <button type="button" onClick={() => setLook({ of: graded, failing: { ...failing } })}>
              Look at it in the picture
            </button>
          </p>
        )}
        <SmallestCase graded={graded} own={own} append={append} />
      </Headline>
      {verdict.kind === 'passed' && pictures}
      <Checks outcomes={verdict.outcomes} reveal={reveal} live={live} />
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

/** Every check of the last run; where the text has been looked at since, a check shows what it is now. */
function Checks({
  outcomes,
  reveal,
  live,
}: {
  outcomes: readonly Outcome[];
  reveal: (line: number) => void;
  live: Live;
}) {
  const quick = 'outcomes' in live ? live.outcomes : undefined;
  return (
    <ol className={styles.checks} aria-label="Checks">
      {outcomes.map((outcome, i) => (
        <li key={outcome.name} data-state={quick?.get(i) ?? outcome.state}>
          {hasDetail(outcome) ? (
            <details>
              <summary className={styles.name}>
                <Glyph state={quick?.get(i) ?? outcome.state} />
                <span>{outcome.name}</span>
              </summary>
              <div className={styles.detail}>
                <FailureView outcome={outcome} reveal={reveal} />
              </div>
            </details>
          ) : (
            <p className={styles.name}>
              <Glyph state={quick?.get(i) ?? outcome.state} />
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
