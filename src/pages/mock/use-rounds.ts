import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Profile } from '../../planning/inputs';
import type { Mock } from '../../progress/mock';
import { mockStore } from '../../progress/mocks';
import { readProfile } from '../../progress/profile';
import { rehearsalStore } from '../../progress/rehearsals';
import { type Records, useRecords } from '../../progress/use-records';
import type { Rehearsal } from '../../rehearsal/attempt';
import { addressOf, homeOf } from './words';

/** The mock that the address asks for, or that is under way, with all that its page needs. */
export interface Shown {
  readonly mock: Mock;
  readonly log: readonly Rehearsal[];
  readonly profile: Profile | null;
  readonly unsaved: boolean;
  /** It went over into what came of it just now. */
  readonly arriving: boolean;
  readonly rehearsals: Records<Rehearsal>;
  change(work: (mock: Mock) => Mock): Promise<void>;
  remove(): void;
}

/** What the page of mocks with one purpose stands on. */
export interface Rounds extends Pick<Shown, 'log' | 'profile'> {
  /** The last one first. */
  readonly all: readonly Mock[];
  readonly isUnderWay: boolean;
  readonly shown: Shown | null;
  /** @param first the rehearsal of its first card, where it begins with one */
  begin(mock: Mock, first: Rehearsal | null): void;
}

/** @returns null until everything was read */
export function useRounds(purpose: Mock['purpose'], title: string): Rounds | null {
  const { all: mocks, unsaved, change, remove } = useRecords(mockStore);
  const all = useMemo(() => mocks?.filter(one => one.purpose === purpose), [mocks, purpose]);
  const rehearsals = useRecords(rehearsalStore);
  const [profile, setProfile] = useState<Profile | null>();
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('report');
  const under = all?.find(({ ended }) => ended === null);
  const shown = asked === null ? under : all?.find(({ began }) => String(began) === asked);

  useEffect(() => {
    document.title = `${title} · Scratchwork`;
    readProfile().then(setProfile, () => setProfile(null));
    return () => {
      document.title = 'Scratchwork';
    };
  }, [title]);

  // With its last part a round goes over into what came of it.
  const on = useRef<number | null>(null);
  const ended = useRef<number | null>(null);
  useEffect(() => {
    const over = all?.find(({ began, ended }) => began === on.current && ended !== null);
    on.current = under?.began ?? null;
    if (!over || asked !== null) return;
    ended.current = over.began;
    go(addressOf(over));
  }, [all, under, asked, go]);

  if (!all || !rehearsals.all || profile === undefined) return null;
  const log = rehearsals.all;
  return {
    all,
    log,
    profile,
    isUnderWay: under !== undefined,
    shown: shown
      ? {
          mock: shown,
          log,
          profile,
          unsaved: unsaved || rehearsals.unsaved,
          arriving: ended.current === shown.began,
          rehearsals,
          change: work => change(shown, work),
          remove() {
            void remove(shown);
            go(homeOf(shown));
          },
        }
      : null,
    begin(mock, first) {
      void change(mock, it => it);
      if (first) void rehearsals.change(first, it => it);
      if (asked !== null) go(homeOf(mock));
    },
  };
}
