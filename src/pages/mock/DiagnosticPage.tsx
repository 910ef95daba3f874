import { TopBar } from '../../parts/TopBar';
import styles from '../interview/InterviewPage.module.css';
import { BeginDiagnostic } from './BeginDiagnostic';
import { Diagnosed } from './Diagnosed';
import { Round } from './Round';
import { useRounds } from './use-rounds';

/** Half an hour that orders the first week of the plan: what it is, the parts, and what it changed. */
export function DiagnosticPage() {
  const rounds = useRounds('diagnostic', 'Diagnostic');
  if (!rounds) return <TopBar />;
  const { all, log, profile, shown } = rounds;
  if (shown?.mock.ended === null) return <Round {...shown} />;
  if (shown) return <Diagnosed key={shown.mock.began} {...shown} />;
  return (
    <>
      <TopBar />
      <main className={styles.page}>
        <BeginDiagnostic past={all} log={log} profile={profile} onBegin={rounds.begin} />
      </main>
    </>
  );
}
