import { useEffect, useRef, useState } from 'react';
import { Level } from './Level';
import { Player } from './Player';
import { clock } from './recording';
import { useRecorder } from './use-recorder';
import styles from './VoiceNote.module.css';

/** Asked once for as long as the page is open; the browser asks by itself. */
let agreed = false;

/**
 * Records an answer said aloud, and plays it. The recording is handed to the page as a blob, with
 * null when it is deleted; it goes nowhere else.
 */
export function VoiceNote({
  recording,
  onRecorded,
  readOnly = false,
}: {
  recording: Blob | null;
  onRecorded(recording: Blob | null): void;
  readOnly?: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const [deleted, setDeleted] = useState<Blob | null>(null);
  const { phase, elapsed, notice, stream, start, pause, resume, stop } = useRecorder(onRecorded);
  const main = useRef<HTMLButtonElement>(null);
  const focusMain = useRef(false);

  // The button that was pressed is gone: the focus goes to the one in its place, once it can take it.
  useEffect(() => {
    if (!focusMain.current || !main.current || main.current.disabled) return;
    focusMain.current = false;
    main.current.focus();
  });

  const then = (step: () => void) => () => {
    focusMain.current = true;
    step();
  };
  const begin = () => {
    setAsking(false);
    setDeleted(null);
    void start();
  };

  const busy = phase === 'recording' || phase === 'paused';
  if (readOnly && !recording) return <p className={styles.quiet}>Nothing was recorded.</p>;
  return (
    <section className={styles.note} aria-label="Voice recording">
      {recording && !busy && <Player recording={recording} />}

      {asking && (
        <div className={styles.consent}>
          <p>
            The browser will ask whether this page may use the microphone. The recording stays in
            this browser; nothing is sent. It ends when you press Stop, after an hour at the latest.
          </p>
          <div className={styles.row}>
            <button
              ref={main}
              type="button"
              className="primary"
              onClick={then(() => {
                agreed = true;
                begin();
              })}
            >
              Use the microphone
            </button>
            <button type="button" onClick={then(() => setAsking(false))}>
              Not now
            </button>
          </div>
        </div>
      )}

      {!readOnly && !asking && (
        <div className={styles.row}>
          {busy ? (
            <>
              <button ref={main} type="button" className="primary" onClick={then(stop)}>
                Stop
              </button>
              <button type="button" onClick={phase === 'paused' ? resume : pause}>
                {phase === 'paused' ? 'Go on' : 'Pause'}
              </button>
              <span className={styles.state} data-phase={phase}>
                {phase === 'paused' ? 'Paused' : 'Recording'}
              </span>
              <span role="timer" aria-label="Recorded" className={styles.time}>
                {clock(elapsed)}
              </span>
              {stream && phase === 'recording' && <Level stream={stream} />}
            </>
          ) : (
            <>
              <button
                ref={main}
                type="button"
                disabled={phase === 'asking'}
                onClick={then(agreed ? begin : () => setAsking(true))}
              >
                {recording ? 'Record anew' : 'Record'}
              </button>
              {recording && (
                <button
                  type="button"
                  onClick={then(() => {
                    setDeleted(recording);
                    onRecorded(null);
                  })}
                >
                  Delete
                </button>
              )}
              {phase === 'asking' && <span role="status">The browser is asking.</span>}
              {deleted && !recording && phase === 'idle' && (
                <span role="status" className={styles.row}>
                  The recording is deleted.
                  <button
                    type="button"
                    onClick={then(() => {
                      onRecorded(deleted);
                      setDeleted(null);
                    })}
                  >
                    Undo
                  </button>
                </span>
              )}
            </>
          )}
        </div>
      )}
      {notice && (
        <p role="alert" className={notice.wrong ? styles.wrong : styles.quiet}>
          {notice.text}
        </p>
      )}
    </section>
  );
}
