import { useEffect } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { TopBar } from '../../parts/TopBar';
import { begin, type Interview, type Terms } from '../../progress/interview';
import { interviewStore } from '../../progress/interviews';
import { useRecords } from '../../progress/use-records';
import styles from './InterviewPage.module.css';
import { Review } from './Review';
import { SetUp } from './SetUp';
import { UnderWay } from './UnderWay';
import { useExercise } from './use-exercise';

const HOME = '/interview';
const addressOf = ({ began }: Interview) => `${HOME}?report=${began}`;

/** One exercise against the clock: the terms, the interview under way, and the reports of past ones. */
export function InterviewPage() {
  const { all, unsaved, change, remove } = useRecords(interviewStore);
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('report');
  const under = all?.find(({ ended }) => ended === null);
  const shown = asked === null ? under : all?.find(({ began }) => String(began) === asked);
  const exercise = useExercise(shown?.slug);

  useEffect(() => {
    document.title = 'Interview · Scratchwork';
    return () => {
      document.title = 'Scratchwork';
    };
  }, []);

  if (all === null || (shown && exercise === undefined)) return <TopBar />;
  if (shown && shown.ended === null && exercise) {
    return (
      <UnderWay
        key={shown.began}
        interview={shown}
        exercise={exercise}
        unsaved={unsaved}
        change={work => change(shown, work)}
        onEnded={() => go(addressOf(shown))}
      />
    );
  }
  return (
    <>
      <TopBar>
        {asked !== null && (
          <Link href={HOME}>{under ? 'Back to the interview' : 'All interviews'}</Link>
        )}
      </TopBar>
      <main className={styles.page}>
        {unsaved && (
          <p role="alert" className={styles.warning}>
            Not saved: this browser did not store the last change. Copy the report before you leave.
          </p>
        )}
        {shown ? (
          <Review
            key={shown.began}
            interview={shown}
            exercise={exercise ?? null}
            change={work => change(shown, work)}
            onDelete={() => {
              void remove(shown);
              go(HOME);
            }}
          />
        ) : (
          <SetUp
            interviews={all}
            addressOf={addressOf}
            onBegin={(terms: Terms) => {
              const interview = begin(terms, Date.now());
              void change(interview, it => it);
              if (asked !== null) go(HOME);
            }}
          />
        )}
      </main>
    </>
  );
}
