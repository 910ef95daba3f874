import type { Count, Named } from '../../../exercises/soundness';
import { figuresOf } from '../../catalog/figures';
import type { Judging } from '../../catalog/judging';
import styles from './HowJudged.module.css';

/** How an exercise is judged, and what was measured of how far that can be trusted. */
export function HowJudged({ slug, judging }: { slug: string; judging: Judging | null }) {
  return (
    <div className={styles.judged}>
      <p>
        Each run draws fresh data from a seed. Your functions and the reference are run on it, each
        by itself, and what comes out is compared: numbers to within 0.005 %, so that single
        precision passes, labels and counts exactly, and where several answers are right, by what
        makes an answer right. A mistake is named only where your numbers equal, on every input,
        those of the reference with that mistake in it.
      </p>
      <Figures slug={slug} />
      {judging && (
        <details>
          <summary>What the {judging.grader.checks.length} checks try</summary>
          <ol className={styles.checks}>
            {judging.grader.checks.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function Figures({ slug }: { slug: string }) {
  const figures = figuresOf(slug);
  if (!figures) return null;
  const { mutants, pairs, right, wrong, seeds } = figures;
  return (
    <>
      <table>
        <caption>Measured over {seeds} draws of the data</caption>
        <tbody>
          <tr>
            <th scope="row">Right solutions turned away</th>
            <td>{outOf(right.turnedAway)}</td>
            <td>{right.files} files, written apart from the reference</td>
          </tr>
          <tr>
            <th scope="row">Wrong solutions caught</th>
            <td>{outOf(wrong.caught)}</td>
            <td>{wrong.files} files, as people write them</td>
          </tr>
          <tr>
            <th scope="row">Known mistakes caught</th>
            <td>{outOf(mutants.caught)}</td>
            <td>
              {mutants.kinds} kinds, {share(mutants.named)} named
            </td>
          </tr>
          <tr>
            <th scope="row">Two at once caught</th>
            <td>{outOf(pairs.caught)}</td>
            <td>{share(pairs.named)} named, both or one of them</td>
          </tr>
          <tr>
            <th scope="row">Named wrongly</th>
            <td>{mutants.named.other + pairs.named.other}</td>
            <td>of all these diagnoses</td>
          </tr>
        </tbody>
      </table>
      <p className={styles.quiet}>
        These are the mistakes and the solutions that we know of. One that nobody has thought of may
        still pass, or go without a name.
      </p>
    </>
  );
}

const outOf = ({ hit, of }: Count) => `${hit.toLocaleString('en')} of ${of.toLocaleString('en')}`;

function share({ itself, class: fits, part, not, other }: Named): string {
  const all = itself + fits + part + not + other;
  return all === 0 ? 'none' : `${Number(((100 * (itself + fits + part)) / all).toFixed(1))} %`;
}
