import { useEffect, useState } from 'react';
import { answerTime, type Rehearsal } from '../../rehearsal/attempt';

/** @returns how long the answer has taken so far, in milliseconds, every second anew. */
export function useAnswerTime(rehearsal: Rehearsal): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return answerTime(rehearsal, now);
}
