import { useId } from 'react';
import { AREAS, type Area, adjusted, percentOf, type Weights } from '../../planning/weights';
import styles from './Planner.module.css';
import { ROUND_WORDS } from './words';

/** A slider for each area. One that is moved moves the others, so that they always sum to 100 %. */
export function Shares({
  weights,
  isOwn,
  onChange,
}: {
  weights: Weights;
  isOwn: boolean;
  onChange: (weights: Weights | null) => void;
}) {
  const percent = percentOf(weights);
  return (
    <>
      <div className={styles.shares}>
        {AREAS.map(area => (
          <Share
            key={area}
            area={area}
            percent={percent[area]}
            onChange={share => onChange(adjusted(weights, area, share))}
          />
        ))}
      </div>
      <p className={styles.quiet}>
        Together 100 % of the time for new material. Stories, reviews and slack come on top. The
        proposal is editorial judgement, not a measurement.{' '}
        <button type="button" className="link" disabled={!isOwn} onClick={() => onChange(null)}>
          Back to the proposal
        </button>
      </p>
    </>
  );
}

function Share({
  area,
  percent,
  onChange,
}: {
  area: Area;
  percent: number;
  onChange: (share: number) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{ROUND_WORDS[area]}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={percent}
        aria-valuetext={`${percent} %`}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value) / 100)}
      />
      <output htmlFor={id}>{percent} %</output>
    </div>
  );
}
