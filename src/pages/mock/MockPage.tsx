import { Link } from 'wouter';
import { TopBar } from '../../parts/TopBar';
import styles from '../interview/InterviewPage.module.css';
import { Debrief } from './Debrief';
import { Round } from './Round';
import { SetUp } from './SetUp';
import { useRounds } from './use-rounds';

/** A mock interview of several parts: its terms, the round under way, and the debriefs of past ones. */
export function MockPage() {
  const rounds = useRounds(undefined, 'Mock interview');
  if (!rounds) return <TopBar />;
  const { all, log, profile, shown } = rounds;
  if (shown?.mock.ended === null) return <Round {...shown} />;
  if (shown) {
    const back = rounds.isUnderWay ? 'Back to the round' : 'All mock interviews';
    return <Debrief key={shown.mock.began} {...shown} back={back} />;
  }
  return (
    <>
      <TopBar>
        <Link href="/rehearse">All cards</Link>
      </TopBar>
      <main className={styles.page}>
        <SetUp mocks={all} log={log} profile={profile} onBegin={rounds.begin} />
      </main>
    </>
  );
}
