import { useCallback, useEffect, useState } from 'react';
import { type Day, dayOf, isDay } from '../../planning/days';
import { freshProfile, type Inputs, type Profile } from '../../planning/inputs';
import { allAttempts } from '../../progress/attempts';
import { allInterviews } from '../../progress/interviews';
import { allMocks } from '../../progress/mocks';
import { readProfile, writeProfile } from '../../progress/profile';
import { allRehearsals } from '../../progress/rehearsals';
import { allScripts } from '../../progress/scripts';
import { applySettings, readSettings } from '../../settings/settings';
import type { Stored } from './gather';

const NOTHING: Stored = {
  ...{ attempts: [], interviews: [], rehearsals: [], mocks: [], stories: [], pitches: [] },
};

/** What the page shows: the set-up, and what was done. */
export interface Planned {
  /** Null before a plan was set up. */
  readonly inputs: Inputs | null;
  readonly stored: Stored;
  readonly today: Day;
}

/** @returns what is stored, null until it was read; what stores a set-up; whether that failed. */
export function usePlan(): [Planned | null, (inputs: Inputs) => Promise<void>, boolean] {
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [unsaved, setUnsaved] = useState(false);

  const look = useCallback(async () => {
    const [profile, stored] = await Promise.all([
      readProfile().catch(() => null),
      readStored().catch(() => NOTHING),
    ]);
    const today = dayOf(Date.now());
    setPlanned(before => ({
      // What could not be stored is only here.
      inputs: profile ? withDate(profile) : (before?.inputs ?? null),
      stored,
      today,
    }));
  }, []);

  useEffect(() => {
    void look();
    // Another day may have begun, or another tab has gone on.
    const wake = () => document.visibilityState === 'visible' && void look();
    document.addEventListener('visibilitychange', wake);
    return () => document.removeEventListener('visibilitychange', wake);
  }, [look]);

  const save = useCallback(async (inputs: Inputs) => {
    setPlanned(before => before && { ...before, inputs });
    const { date, ...profile } = inputs;
    applySettings({ interviewDate: date ?? '' });
    await writeProfile(profile).then(
      () => setUnsaved(false),
      () => setUnsaved(true),
    );
  }, []);

  return [planned, save, unsaved];
}

/** Reads what was done. */
export async function readStored(): Promise<Stored> {
  const [attempts, interviews, rehearsals, mocks, stories, pitches] = await Promise.all([
    allAttempts(),
    allInterviews(),
    allRehearsals(),
    allMocks(),
    allScripts('stories'),
    allScripts('pitches'),
  ]);
  return { attempts, interviews, rehearsals, mocks, stories, pitches };
}

/** The set-up with the day of the interview, which is a setting: cards come back by it too. */
export function withDate(profile: Profile): Inputs {
  const { interviewDate } = readSettings();
  return { ...profile, date: isDay(interviewDate) ? interviewDate : null };
}

/** What a set-up begins with, before there is one. */
export const firstInputs = (today: Day): Inputs => withDate(freshProfile(today));
