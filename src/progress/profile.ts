import type { Profile } from '../planning/inputs';
import { withRoom } from './history';
import { change, store } from './store';

/** @returns what the plan is made from, or null before it was set up. */
export async function readProfile(): Promise<Profile | null> {
  return (await (await store()).get('profile', 'mine')) ?? null;
}

/** Stores what the plan is made from; null forgets it. @throws NoStorage, DOMException as `change` does */
export async function writeProfile(profile: Profile | null): Promise<void> {
  await withRoom(() =>
    change(async within => {
      const profiles = within.objectStore('profile');
      if (profile) await profiles.put(profile, 'mine');
      else await profiles.delete('mine');
    }),
  );
}
