import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { TopBar } from '../../parts/TopBar';
import type { Profile } from '../../planning/inputs';
import { mockStore } from '../../progress/mocks';
import { readProfile } from '../../progress/profile';
import { rehearsalStore } from '../../progress/rehearsals';
import { useRecords } from '../../progress/use-records';
import styles from '../interview/InterviewPage.module.css';
import { BeginDiagnostic } from './BeginDiagnostic';
import { Diagnosed } from './Diagnosed';
import { Round } from './Round';

const HOME = '/rehearse/diagnostic';

/** Half an hour that orders the first week of the plan: what it is, the parts, and what it changed. */
export function DiagnosticPage() {
  const { all: mocks, unsaved, change, remove } = useRecords(mockStore);
  const rehearsals = useRecords(rehearsalStore);
  const [profile, setProfile] = useState<Profile | null>();
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('report');
  const all = mocks?.filter(({ purpose }) => purpose === 'diagnostic');
  const under = all?.find(({ ended }) => ended === null);
  const shown = under ?? all?.find(({ began }) => String(began) === asked);

  useEffect(() => {
    document.title = 'Diagnostic · Scratchwork';
    readProfile().then(setProfile, () => setProfile(null));
    return () => {
      document.title = 'Scratchwork';
    };
  }, []);

  // With its last part it goes over into what it changed.
  const on = useRef<number | null>(null);
  useEffect(() => {
    const over = mocks?.find(({ began, ended }) => began === on.current && ended !== null);
    on.current = under?.began ?? null;
    if (over) go(`${HOME}?report=${over.began}`);
  }, [mocks, under, go]);

  if (!all || !rehearsals.all || profile === undefined) return <TopBar />;
  const log = rehearsals.all;
  if (shown && shown.ended === null) {
    return (
      <Round
        mock={shown}
        log={log}
        unsaved={unsaved || rehearsals.unsaved}
        change={work => change(shown, work)}
        rehearsals={rehearsals}
      />
    );
  }
  if (shown) {
    return (
      <Diagnosed
        key={shown.began}
        mock={shown}
        log={log}
        profile={profile}
        unsaved={unsaved || rehearsals.unsaved}
        changeAnswer={rehearsals.change}
        onDelete={() => {
          void remove(shown);
          go(HOME);
        }}
      />
    );
  }
  return (
    <>
      <TopBar />
      <main className={styles.page}>
        <BeginDiagnostic
          past={all}
          log={log}
          profile={profile}
          onBegin={(mock, first) => {
            void change(mock, it => it);
            void rehearsals.change(first, it => it);
          }}
        />
      </main>
    </>
  );
}
