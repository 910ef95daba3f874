import { printNumber } from '../../graders/print';
import type { Knob } from '../../graders/tries';
import styles from './Pictures.module.css';

/** A rate goes through its range in so many equal factors. */
const NOTCHES = 60;

/** Sliders for the numbers that a learner may move. */
export function Knobs({
  knobs,
  bench,
  values,
  asRun,
  onChange,
}: {
  knobs: readonly Knob[];
  bench: never;
  values: readonly number[];
  /** True while they stand as in the run. */
  asRun: boolean;
  onChange: (values: readonly number[] | null) => void;
}) {
  return (
    <div className={styles.knobs}>
      {knobs.map((knob, i) => {
        const [low, high] = [knob.low(bench), knob.high(bench)];
        const rate = knob.kind === 'rate';
        const notch = Math.round((NOTCHES * Math.log(values[i] / low)) / Math.log(high / low));
        const valueAt = (notch: number) =>
          rate ? Number((low * (high / low) ** (notch / NOTCHES)).toPrecision(3)) : notch;
        const told = printNumber(Number(values[i].toPrecision(3)));
        return (
          <label key={knob.name} className={styles.knob}>
            <span>{knob.name}</span>
            <input
              type="range"
              min={rate ? 0 : low}
              max={rate ? NOTCHES : high}
              value={rate ? notch : values[i]}
              aria-valuetext={told}
              onChange={event => onChange(values.with(i, valueAt(Number(event.target.value))))}
            />
            <span aria-hidden="true">{told}</span>
          </label>
        );
      })}
      <button type="button" className="link" disabled={asRun} onClick={() => onChange(null)}>
        As in the run
      </button>
    </div>
  );
}
