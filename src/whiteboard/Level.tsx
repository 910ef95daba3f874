import { useEffect, useRef, useState } from 'react';
import { loudness } from './recording';
import styles from './VoiceNote.module.css';

/** Below this nobody speaks. */
const AUDIBLE = 0.15;
const LOOK = 500; // ms
/** How long nothing may be heard before it is said. */
const SILENCE = 5000; // ms

/** How loud it is, as a bar; as a word for those who asked for less motion or cannot see it. */
export function Level({ stream }: { stream: MediaStream }) {
  const bar = useRef<HTMLSpanElement>(null);
  const [heard, setHeard] = useState<'yes' | 'no' | 'long no'>('yes');

  useEffect(() => {
    const sound = new AudioContext();
    const analyser = sound.createAnalyser();
    analyser.fftSize = 1024;
    sound.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const measure = () => {
      analyser.getFloatTimeDomainData(samples);
      return loudness(samples);
    };

    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let frame = 0;
    let peak = 0;
    const draw = () => {
      const level = measure();
      peak = Math.max(peak, level);
      if (bar.current) bar.current.style.scale = `${level.toFixed(3)} 1`;
      frame = requestAnimationFrame(draw);
    };
    if (!still) draw();

    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      if (Math.max(peak, measure()) > AUDIBLE) last = now;
      peak = 0;
      setHeard(last === now ? 'yes' : now - last > SILENCE ? 'long no' : 'no');
    }, LOOK);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
      void sound.close();
    };
  }, [stream]);

  return (
    <>
      <span className={styles.level} aria-hidden="true">
        <span ref={bar} />
        <em>{heard === 'yes' ? 'Sound' : 'Silence'}</em>
      </span>
      <span role="status" className={styles.silence}>
        {heard === 'long no' && 'Nothing is heard. Is the right microphone chosen?'}
      </span>
    </>
  );
}
