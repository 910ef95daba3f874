import type { Rehearsal } from '../../rehearsal/attempt';
import { agreementOf, biasOf, ENOUGH } from '../../rehearsal/bias';
import styles from './ListPage.module.css';

/** How far one's own grading can be trusted, as far as that can be measured. */
export function SelfAssessment({ log }: { log: readonly Rehearsal[] }) {
  const { checked, bias } = biasOf(log);
  const { answers, share } = agreementOf(log);
  return (
    <section className={styles.honest} aria-labelledby="honest">
      <h2 id="honest">Self-assessment</h2>
      <p>
        Every rating here rests on your own ticks. Where a card asks for a number, the two can be
        compared, and one answer in ten comes back to be graded once more, without what you ticked
        the first time.
      </p>
      <dl>
        <div>
          <dt>self-grade bias</dt>
          <dd>
            {bias === null
              ? `not enough data: ${checked} of ${ENOUGH} answers with numbers`
              : `${bias < 0 ? '−' : '+'}${Math.abs(bias).toFixed(2)} on ${checked} answers with numbers`}
          </dd>
        </div>
        <div>
          <dt>the same when graded again</dt>
          <dd>
            {share === null
              ? 'not enough data: nothing was graded twice'
              : `${Math.round(share * 100)} % of ticks, ${answers === 1 ? 'one answer' : `${answers} answers`}`}
          </dd>
        </div>
      </dl>
    </section>
  );
}
