import { useEffect, useState } from 'react';
import { type Interview, timeLeft } from '../../progress/interview';

/** @returns how much time is left, in milliseconds, every second anew. */
export function useTimeLeft(interview: Interview): number {
  return timeLeft(interview, useNow());
}

/** @returns the time in milliseconds since 1970, every second anew. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
