import type { Profile } from '../../planning/inputs';
import type { Rehearsal } from '../../rehearsal/attempt';
import type { Pitch } from '../../rehearsal/pitch';
import type { Story } from '../../rehearsal/story';
import type { Settings } from '../../settings/settings';
import type { Interview } from '../interview';
import type { Mock } from '../mock';
import type { Attempt, Draft, KeptDraft } from '../store';

/** All that a learner has here, without the numbers that the database gives its records. */
export interface Contents {
  readonly drafts: readonly Draft[];
  readonly history: readonly Omit<KeptDraft, 'id'>[];
  readonly attempts: readonly Omit<Attempt, 'id'>[];
  readonly interviews: readonly Interview[];
  /** Without what was said aloud: recordings stay where they were made. */
  readonly rehearsals: readonly Rehearsal[];
  /** What the plan is made from; null where none was set up. */
  readonly profile: Profile | null;
  readonly mocks: readonly Mock[];
  readonly stories: readonly Story[];
  readonly pitches: readonly Pitch[];
  readonly settings: Settings;
}

/** What was here at a time, in milliseconds since 1970. */
export interface Snapshot {
  readonly at: number;
  readonly contents: Contents;
}
