import { type Stage, stateOfStage } from '../../../graders/stages';
import type { Outcome } from '../../../graders/verdict';
import { Glyph } from '../../parts/Glyph';
import { applySettings, useSettings } from '../../settings/settings';
import type { Live } from './live';
import styles from './Stages.module.css';

/** The functions of an exercise in their order: what is done and what is next, as far as it is known. */
export function Stages({
  stages,
  outcomes,
  live,
  quick: offered,
}: {
  stages: readonly Stage[];
  /** Of the last run; empty before there was one. */
  outcomes: readonly Outcome[];
  live: Live;
  /** Whether a few checks may run while one types. */
  quick: boolean;
}) {
  const quick = 'outcomes' in live ? live.outcomes : undefined;
  const stateOf = (check: number) => quick?.get(check) ?? outcomes[check]?.state;
  const states = stages.map(stage => stateOfStage(stage, stateOf));
  const next = states.findIndex(state => state !== 'passed');
  return (
    <section className={styles.stages} aria-label="Stages">
      {stages.length > 1 && (
        <ol>
          {stages.map((stage, i) => (
            <li
              key={stage.name}
              data-state={states[i]}
              aria-current={i === next ? 'step' : undefined}
            >
              <Glyph state={states[i]} />
              <code>{stage.name}</code>
              <span className={styles.tally}>{tally(stage, outcomes)}</span>
            </li>
          ))}
        </ol>
      )}
      {offered && <QuickChecks live={live} />}
    </section>
  );
}

/** @example '6 of 9': what the last run made of the stage */
function tally({ checks }: Stage, outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`;
  const passed = checks.filter(check => outcomes[check]?.state === 'passed').length;
  return `${passed} of ${checks.length}`;
}

/** Says what came of the last look, and turns such looks on and off. It is not announced: it comes with typing. */
function QuickChecks({ live }: { live: Live }) {
  const { quickChecks } = useSettings();
  return (
    <p className={styles.quick}>
      <button
        type="button"
        role="switch"
        aria-checked={quickChecks}
        onClick={() => applySettings({ quickChecks: !quickChecks })}
      >
        Quick checks
      </button>
      <span data-quick={quickChecks ? live.state : 'off'}>
        {quickChecks ? words(live) : 'Off. Only Run looks at your code.'}
      </span>
    </p>
  );
}

function words(live: Live): string {
  switch (live.state) {
    case 'idle':
      return 'Run whenever you pause.';
    case 'unfinished':
      return 'Waiting for code that compiles.';
    case 'heavy':
      return 'Stopped: this code takes long. Press Run.';
    case 'seen': {
      const states = [...live.outcomes.values()];
      const passed = states.filter(state => state === 'passed').length;
      return `As it stands, ${passed} of ${states.length} pass.`;
    }
  }
}
