import type { Call } from '../../../graders/observation';
import { printCall, printNumber, printValue } from '../../../graders/print';
import type { Outcome } from '../../../graders/verdict';
import styles from './FailureView.module.css';
import { ValueView } from './ValueView';

/** Everything that is known of a check that did not pass: the call, what came out, what was expected. */
export function FailureView({
  outcome,
  reveal,
}: {
  outcome: Outcome;
  reveal: (line: number) => void;
}) {
  if (outcome.state === 'timed-out') {
    return (
      <p className={styles.say}>
        Stopped after {printNumber(outcome.seconds)} seconds in this check. Look for a loop whose
        condition never becomes false; your code is untouched.
      </p>
    );
  }
  if (outcome.state === 'crashed') {
    const { error, call } = outcome;
    return (
      <div className={styles.failure}>
        <p className={styles.say}>
          <code>
            {error.name}: {error.message}
          </code>
          {error.line !== undefined && (
            <>
              {' '}
              at{' '}
              <button type="button" className="link" onClick={() => reveal(error.line as number)}>
                line {error.line}
              </button>
            </>
          )}
        </p>
        {call && <CallView call={call} />}
      </div>
    );
  }
  if (outcome.state !== 'missed') return null;
  const { failure } = outcome;
  const compared = 'received' in failure && 'expected' in failure && failure.expected !== undefined;
  return (
    <div className={styles.failure}>
      <p className={styles.say}>{failure.say}</p>
      {failure.call && <CallView call={failure.call} />}
      {compared && (
        <div className={styles.sides}>
          <figure>
            <figcaption>Yours</figcaption>
            <ValueView value={failure.received} mark={failure.path} />
          </figure>
          <figure>
            <figcaption>Expected</figcaption>
            <ValueView value={failure.expected} mark={failure.path} />
          </figure>
        </div>
      )}
      {failure.by !== undefined && (
        <p className={styles.tolerance}>
          Difference {printNumber(failure.by)}
          {failure.allowed !== undefined && (
            <>, tolerance {printNumber(Number(failure.allowed.toPrecision(2)))}</>
          )}
        </p>
      )}
    </div>
  );
}

/** A call as one would type it; long arguments open on request. */
function CallView({ call }: { call: Call }) {
  const line = printCall(call, 60);
  const full = call.args.some(argument => printValue(argument, 60) !== printValue(argument, 4000));
  if (!full) return <code className={styles.call}>{line}</code>;
  return (
    <details className={styles.arguments}>
      <summary>
        <code className={styles.call}>{line}</code>
      </summary>
      {call.args.map((argument, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arguments have no identity but their place
        <div key={i} className={styles.argument}>
          <span>argument {i + 1}</span>
          <ValueView value={argument} />
        </div>
      ))}
    </details>
  );
}
