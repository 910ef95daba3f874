import { useEffect, useRef, useState } from 'react';
import { clock } from './recording';
import styles from './VoiceNote.module.css';

/** Past the end of any recording. */
const FAR = 1e7; // s

/** Plays a recording from this machine. */
export function Player({ recording }: { recording: Blob }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    const { current } = audio;
    if (!current) return;
    const address = URL.createObjectURL(recording);
    setPlaying(false);
    setBroken(false);
    setAt(0);
    setLength(0);
    current.src = address;
    return () => {
      current.removeAttribute('src');
      current.load();
      URL.revokeObjectURL(address);
    };
  }, [recording]);

  /** What a browser recorded does not say how long it is; going to its end finds out. */
  const measure = () => {
    const { current } = audio;
    if (!current) return;
    if (current.duration === Number.POSITIVE_INFINITY) current.currentTime = FAR;
    else if (length === 0 && Number.isFinite(current.duration)) {
      setLength(current.duration);
      current.currentTime = 0;
    }
  };

  const toggle = () => {
    const { current } = audio;
    if (current?.paused) void current.play().catch(() => setBroken(true));
    else current?.pause();
  };

  if (broken) {
    return <p className={styles.wrong}>This browser cannot play the recording. It stays stored.</p>;
  }
  return (
    <div className={styles.player}>
      {/* biome-ignore lint/a11y/useMediaCaption: one's own voice, a moment ago */}
      <audio
        ref={audio}
        preload="metadata"
        onLoadedMetadata={measure}
        onDurationChange={measure}
        onTimeUpdate={() => length > 0 && setAt(audio.current?.currentTime ?? 0)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onError={() => audio.current?.src && setBroken(true)}
      />
      <button type="button" onClick={toggle}>
        {playing ? 'Pause' : 'Play'}
      </button>
      <input
        type="range"
        aria-label="Place in the recording"
        aria-valuetext={`${clock(at * 1000)} of ${clock(length * 1000)}`}
        min={0}
        max={length || 1}
        step="any"
        value={Math.min(at, length)}
        disabled={length === 0}
        onChange={({ target }) => {
          if (audio.current) audio.current.currentTime = Number(target.value);
          setAt(Number(target.value));
        }}
      />
      <span className={styles.time}>
        {clock(at * 1000)} / {clock(length * 1000)}
      </span>
    </div>
  );
}
