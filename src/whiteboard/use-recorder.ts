import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { BITS_PER_SECOND, formatOf, LONGEST, obstacle, refusal } from './recording';

/** What a recorder is at. */
export type Phase = 'idle' | 'asking' | 'recording' | 'paused';

/** Something that the learner should know about the recording. */
export interface Notice {
  readonly text: string;
  readonly wrong: boolean;
}

const TICK = 250; // ms

/**
 * Records the microphone into a blob. The stream is let go of at the end, and nothing is kept of it
 * but the blob. Whatever ends a recording, the page included, what was said until then is handed on.
 * @param onRecorded is called once at the end of each recording
 */
export function useRecorder(onRecorded: (recording: Blob) => void) {
  const [phase, setPhase] = useState<Phase>('idle');
  const [elapsed, setElapsed] = useState(0);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const recorder = useRef<MediaRecorder | null>(null);
  /** Time of the finished stretches, and when the present one began. */
  const time = useRef({ before: 0, since: 0 });
  const latest = useRef(onRecorded);
  const gone = useRef(false);
  useLayoutEffect(() => {
    latest.current = onRecorded;
  });

  const stop = useCallback(() => {
    if (recorder.current?.state !== 'inactive') recorder.current?.stop();
  }, []);

  const start = useCallback(async () => {
    const hindered = obstacle();
    if (hindered) {
      setNotice({ text: hindered, wrong: true });
      return;
    }
    setNotice(null);
    setPhase('asking');
    let microphone: MediaStream | undefined;
    try {
      microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
      // Left while the browser asked: nobody waits for this any more.
      if (gone.current) {
        release(microphone);
        return;
      }
      recorder.current = listen(microphone, {
        onEnd: recording => {
          if (microphone) release(microphone);
          time.current = { before: 0, since: 0 };
          setPhase('idle');
          setStream(null);
          if (recording.size > 0) latest.current(recording);
        },
        onBreak: () =>
          setNotice({
            text: 'The microphone went away, and the recording ended there. What came before is kept.',
            wrong: true,
          }),
      });
      time.current = { before: 0, since: performance.now() };
      setElapsed(0);
      setStream(microphone);
      setPhase('recording');
    } catch (error) {
      if (microphone) release(microphone);
      setPhase('idle');
      setNotice({ text: refusal((error as Error).name), wrong: true });
    }
  }, []);

  const pause = useCallback(() => {
    recorder.current?.pause();
    time.current = { before: spent(time.current), since: 0 };
    setElapsed(spent(time.current));
    setPhase('paused');
  }, []);

  const resume = useCallback(() => {
    recorder.current?.resume();
    time.current.since = performance.now();
    setPhase('recording');
  }, []);

  useEffect(() => {
    if (phase !== 'recording') return;
    const timer = setInterval(() => {
      setElapsed(Math.min(spent(time.current), LONGEST));
      if (spent(time.current) < LONGEST) return;
      setNotice({
        text: 'An hour is the longest recording. It ended there, and is kept.',
        wrong: false,
      });
      stop();
    }, TICK);
    return () => clearInterval(timer);
  }, [phase, stop]);

  // What is being recorded is nowhere else yet: the browser asks before it closes the page.
  const busy = phase === 'recording' || phase === 'paused';
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [busy]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      stop();
    };
  }, [stop]);

  return { phase, elapsed, notice, stream, start, pause, resume, stop };
}

/** How long was recorded, in ms: the finished stretches, and the present one. */
function spent({ before, since }: { before: number; since: number }): number {
  return before + (since ? performance.now() - since : 0);
}

function listen(
  microphone: MediaStream,
  { onEnd, onBreak }: { onEnd: (recording: Blob) => void; onBreak: () => void },
): MediaRecorder {
  const recorder = new MediaRecorder(microphone, {
    mimeType: formatOf(type => MediaRecorder.isTypeSupported(type)),
    audioBitsPerSecond: BITS_PER_SECOND,
  });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.addEventListener('stop', () => onEnd(new Blob(parts, { type: recorder.mimeType })));
  const broken = () => {
    if (recorder.state === 'inactive') return;
    onBreak();
    recorder.stop();
  };
  recorder.addEventListener('error', broken);
  for (const track of microphone.getTracks()) track.addEventListener('ended', broken);
  // A part each second, so that a recorder that breaks has lost no more.
  recorder.start(1000);
  return recorder;
}

function release(microphone: MediaStream): void {
  for (const track of microphone.getTracks()) track.stop();
}
