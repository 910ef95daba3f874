import { printNumber } from '../../graders/print';
import type { Knob } from '../../graders/tries';
import styles from './Pictures.module.css';

/** A rate goes through its range in so many equal factors. */
const NOTCHES = 60;

/** A knob on the rows that it hangs on. */
export interface Scale extends Pick<Knob, 'name' | 'kind'> {
  readonly low: number;
  readonly high: number;
  readonly start: number;
}

/** Sliders for the numbers that a learner may move. */
export function Knobs({
  scales,
  values,
  asRun,
  onChange,
}: {
  scales: readonly Scale[];
  values: readonly number[];
  /** True while they stand as in the run. */
  asRun: boolean;
  onChange: (values: readonly number[] | null) => void;
}) {
  return (
    <div className={styles.knobs}>
      {scales.map(({ name, kind, low, high }, i) => {
        const rate = kind === 'rate';
        const notch = Math.round((NOTCHES * Math.log(values[i] / low)) / Math.log(high / low));
        const valueAt = (notch: number) =>
          rate ? Number((low * (high / low) ** (notch / NOTCHES)).toPrecision(3)) : notch;
        const told = printNumber(Number(values[i].toPrecision(3)));
        return (
          <label key={name} className={styles.knob}>
            <span>{name}</span>
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
