import { useEffect, useMemo, useState } from 'react';
import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { useLater } from '../../parts/use-later';
import { addDays, startOf } from '../../planning/days';
import type { Inputs } from '../../planning/inputs';
import { itemsFor } from '../../planning/items';
import { planFor } from '../../planning/plan';
import { Days } from './Days';
import { diagnosticOf, offerOf } from './diagnosed';
import { gather, heldIn, type Stored, storedUntil } from './gather';
import styles from './Planner.module.css';
import { SetUp } from './SetUp';
import { firstInputs, type Planned, usePlan } from './use-plan';

const VIEWS = { '#plan': 'Days', '#readiness': 'Readiness', '#set-up': 'Set-up' } as const;
type View = keyof typeof VIEWS;

/** A plan with its views, or the set-up of the first. */
export function Planner() {
  const [planned, save, unsaved] = usePlan();
  const [view, setView] = useState<View>('#plan');

  useEffect(() => {
    const look = () => setView(location.hash in VIEWS ? (location.hash as View) : '#plan');
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);

  if (!planned) return null;
  const { inputs, today } = planned;
  const onSave = async (next: Inputs) => {
    await save(next);
    location.hash = '#plan';
    // The button at the end of the set-up is gone; the plan begins at the top.
    document.querySelector('h1')?.focus();
    scrollTo(0, 0);
  };
  return (
    <>
      {unsaved && (
        <p role="alert" className={styles.warning}>
          Not saved: this browser did not store the set-up. It holds until you leave this page.
        </p>
      )}
      {inputs ? (
        <>
          <nav className={styles.views} aria-label="Views of the plan">
            {Object.entries(VIEWS).map(([hash, name]) => (
              <a key={hash} href={hash} aria-current={view === hash ? 'page' : undefined}>
                {name}
              </a>
            ))}
          </nav>
          <Shown key={view} view={view} inputs={inputs} planned={planned} onSave={onSave} />
        </>
      ) : (
        <SetUp inputs={firstInputs(today)} today={today} action="Make the plan" onSave={onSave} />
      )}
    </>
  );
}

function Shown({
  view,
  inputs,
  planned: { stored, today },
  onSave,
}: {
  view: View;
  inputs: Inputs;
  planned: Planned;
  onSave: (inputs: Inputs) => Promise<void>;
}) {
  const items = useMemo(() => itemsFor(catalogue, cardList, inputs), [inputs]);
  const log = useMemo(() => logOf(stored, inputs), [stored, inputs]);
  const diagnostic = useMemo(() => diagnosticOf(stored), [stored]);
  const plan = useMemo(
    () => planFor(items, inputs, log, today, diagnostic, heldIn(stored)),
    [items, inputs, log, today, diagnostic, stored],
  );
  const [Readiness, fetchReadiness] = useLater(() => import('./Readiness').then(m => m.Readiness));
  useEffect(fetchReadiness, [fetchReadiness]);

  if (view === '#set-up')
    return <SetUp inputs={inputs} today={today} action="Save" onSave={onSave} />;
  if (view === '#plan') {
    const offer = offerOf(stored, log);
    return <Days plan={plan} inputs={inputs} today={today} offer={offer} />;
  }
  const weekAgo = storedUntil(stored, startOf(addDays(today, -6)) - 1);
  return (
    Readiness && (
      <Readiness
        items={items}
        inputs={inputs}
        log={log}
        before={logOf(weekAgo, inputs)}
        stored={stored}
        today={today}
      />
    )
  );
}

function logOf(stored: Stored, { date }: Inputs) {
  return gather(stored, catalogue, cardList, date === null ? null : startOf(date));
}
