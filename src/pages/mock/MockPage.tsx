import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { TopBar } from '../../parts/TopBar';
import type { Profile } from '../../planning/inputs';
import { mockStore } from '../../progress/mocks';
import { readProfile } from '../../progress/profile';
import { rehearsalStore } from '../../progress/rehearsals';
import { useRecords } from '../../progress/use-records';
import styles from '../interview/InterviewPage.module.css';
import { Debrief } from './Debrief';
import { Round } from './Round';
import { SetUp } from './SetUp';
import { addressOf, HOME } from './words';

/** A mock interview of several parts: its terms, the round under way, and the debriefs of past ones. */
export function MockPage() {
  const { all: mocks, unsaved, change, remove } = useRecords(mockStore);
  const all = useMemo(() => mocks?.filter(({ purpose }) => !purpose), [mocks]);
  const rehearsals = useRecords(rehearsalStore);
  const [profile, setProfile] = useState<Profile | null>();
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('report');
  const under = all?.find(({ ended }) => ended === null);
  const shown = asked === null ? under : all?.find(({ began }) => String(began) === asked);

  useEffect(() => {
    document.title = 'Mock interview · Scratchwork';
    readProfile().then(setProfile, () => setProfile(null));
    return () => {
      document.title = 'Scratchwork';
    };
  }, []);

  // With its last part a round goes over into its debrief.
  const on = useRef<number | null>(null);
  const ended = useRef<number | null>(null);
  useEffect(() => {
    const over = all?.find(({ began, ended }) => began === on.current && ended !== null);
    on.current = under?.began ?? null;
    if (!over || asked !== null) return;
    ended.current = over.began;
    go(addressOf(over));
  }, [all, under, asked, go]);

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
      <Debrief
        key={shown.began}
        mock={shown}
        log={log}
        unsaved={unsaved || rehearsals.unsaved}
        arriving={ended.current === shown.began}
        back={under ? 'Back to the round' : 'All mock interviews'}
        change={work => change(shown, work)}
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
      <TopBar>
        <Link href="/rehearse">All cards</Link>
      </TopBar>
      <main className={styles.page}>
        <SetUp
          mocks={all}
          log={log}
          profile={profile}
          onBegin={(mock, first) => {
            void change(mock, it => it);
            if (first) void rehearsals.change(first, it => it);
            if (asked !== null) go(HOME);
          }}
        />
      </main>
    </>
  );
}
