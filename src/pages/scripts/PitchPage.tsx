import {
  emptyIn,
  freshPitch,
  isPitchBlank,
  lacksBaseline,
  PITCH_LENGTHS,
  PITCH_PARTS,
  type Pitch,
  pitchOnPaper,
} from '../../rehearsal/pitch';
import { totalOf } from '../../rehearsal/spoken';
import { PitchEditor } from './PitchEditor';
import { Shelf } from './Shelf';
import { lengthOf } from './script-words';

/** One's own projects, each to be told in three lengths. */
export function PitchPage() {
  return (
    <Shelf
      kind="pitches"
      title="Pitch"
      about={[
        '“Walk me through a project” comes in almost any length. Write one project part by part for 30 seconds, two and a half minutes and ten, and tell it against the clock.',
        'Projects of your own, each in three lengths.',
      ]}
      fresh={freshPitch}
      isBlank={isPitchBlank}
      paperOf={pitchOnPaper}
      factsOf={pitch => <p className="facts">{standingOf(pitch)}</p>}
      Editor={PitchEditor}
    />
  );
}

/** How much of each length is written, and how long it took the last time. */
function standingOf(pitch: Pitch): string {
  const parts = PITCH_LENGTHS.map(length => {
    const written = PITCH_PARTS.length - emptyIn(pitch, length).length;
    const last = pitch.goes.filter(go => go.length === length).at(-1);
    const told = last ? `, last told in ${lengthOf(totalOf(last))}` : '';
    return `${lengthOf(length)}: ${written} of ${PITCH_PARTS.length} parts${told}`;
  });
  if (lacksBaseline(pitch)) parts.push('a metric without a baseline');
  return parts.join(' · ');
}
