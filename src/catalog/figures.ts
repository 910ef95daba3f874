import type { Soundness } from '../../exercises/soundness';
import measured from '../../exercises/soundness.json';

/** @returns what was measured of how an exercise is judged, where it has been. */
export function figuresOf(slug: string): Soundness | undefined {
  return (measured as readonly Soundness[]).find(row => row.slug === slug);
}
