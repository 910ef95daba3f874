import { useEffect } from 'react';
import { Link } from 'wouter';
import { TopBar } from '../../parts/TopBar';
import {
  emptyIn,
  freshPitch,
  isPitchBlank,
  lacksBaseline,
  PITCH_LENGTHS,
  PITCH_PARTS,
  type Pitch,
  pitchOnPaper,
  UNTITLED_PITCH,
} from '../../rehearsal/pitch';
import { totalOf } from '../../rehearsal/spoken';
import { Notices } from './Notices';
import { PitchEditor } from './PitchEditor';
import styles from './Scripts.module.css';
import { Printed, Sharing } from './Sharing';
import { lengthOf } from './script-words';
import { useChosen } from './use-chosen';
import { useScripts } from './use-scripts';

/** Where a pitch is written. */
const pitchAddress = (id: number) => `/rehearse/pitch?pitch=${id}`;

/** One's own projects, each to be told in three lengths. */
export function PitchPage() {
  const scripts = useScripts('pitches');
  const { all, begin, change, remove } = scripts;
  const [chosen, choose] = useChosen('pitch');
  const pitch = all?.find(({ id }) => id === chosen);

  useEffect(() => {
    document.title = `${pitch?.title.trim() || 'Pitch'} · Scratchwork`;
    return () => {
      document.title = 'Scratchwork';
    };
  }, [pitch?.title]);

  function beginOne() {
    const id = Date.now();
    begin(freshPitch(id));
    choose(id);
  }

  return (
    <>
      <TopBar>
        <Link href="/rehearse" className={styles.back}>
          All cards
        </Link>
      </TopBar>
      {all && (
        <main className={styles.page}>
          {pitch ? (
            <PitchEditor
              key={pitch.id}
              pitch={pitch}
              scripts={scripts}
              change={work => change(pitch.id, work)}
              onBack={() => choose(null)}
              onDelete={() => {
                choose(null);
                void remove(pitch.id);
              }}
            />
          ) : (
            <>
              <Notices scripts={scripts} shown={null} />
              <Projects pitches={all.filter(one => !isPitchBlank(one))} onBegin={beginOne} />
            </>
          )}
        </main>
      )}
    </>
  );
}

function Projects({ pitches, onBegin }: { pitches: readonly Pitch[]; onBegin: () => void }) {
  const papers = pitches.map(pitchOnPaper);
  return (
    <>
      <header className={styles.lead}>
        <h1>Pitch</h1>
        {pitches.length === 0 ? (
          <p>
            “Walk me through a project” comes in almost any length. Write one project part by part
            for 30 seconds, two and a half minutes and ten, and tell it against the clock.
          </p>
        ) : (
          <p>Projects of your own, each in three lengths.</p>
        )}
        <div className={styles.choices}>
          <button type="button" className="primary" onClick={onBegin}>
            New pitch
          </button>
          {pitches.length > 0 && <Sharing papers={papers} name="pitches" />}
        </div>
      </header>
      {pitches.length > 0 && (
        <ul className={styles.list} aria-label="Pitches">
          {pitches.map(pitch => (
            <li key={pitch.id}>
              <Link href={pitchAddress(pitch.id)}>{pitch.title.trim() || UNTITLED_PITCH}</Link>
              <p className={styles.facts}>{standingOf(pitch)}</p>
            </li>
          ))}
        </ul>
      )}
      <Printed papers={papers} />
    </>
  );
}

/** How much of each length is written, and how long it took the last time. */
function standingOf(pitch: Pitch): string {
  const parts = PITCH_LENGTHS.map(length => {
    const written = PITCH_PARTS.length - emptyIn(pitch, length).length;
    const last = pitch.goes.filter(go => go.length === length).at(-1);
    const told = last ? `, last told in ${lengthOf(totalOf(last))}` : '';
    return `${lengthOf(length)}: ${written} of ${PITCH_PARTS.length} parts${told}`;
  });
  if (lacksBaseline(pitch)) parts.push('a metric without a baseline');
  return parts.join(' · ');
}
